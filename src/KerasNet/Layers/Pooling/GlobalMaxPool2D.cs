using KerasNet.Internal;

namespace KerasNet.Layers;

/// <summary>GlobalMaxPooling2D by its other name.</summary>
/// <remarks>Python: <c>keras.layers.GlobalMaxPool2D</c>. In files it is GlobalMaxPooling2D.</remarks>
/// <inheritdoc cref="GlobalMaxPooling2D" path="/param"/>
[OtherName]
public sealed class GlobalMaxPool2D(string? dataFormat = null, bool keepdims = false)
    : GlobalMaxPooling2D(dataFormat, keepdims);
