using KerasNet.Internal;

namespace KerasNet.Layers;

/// <summary>GlobalMaxPooling3D by its other name.</summary>
/// <remarks>Python: <c>keras.layers.GlobalMaxPool3D</c>. In files it is GlobalMaxPooling3D.</remarks>
/// <inheritdoc cref="GlobalMaxPooling3D" path="/param"/>
[OtherName]
public sealed class GlobalMaxPool3D(string? dataFormat = null, bool keepdims = false)
    : GlobalMaxPooling3D(dataFormat, keepdims);
