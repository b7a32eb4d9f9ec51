using KerasNet.Internal;

namespace KerasNet.Layers;

/// <summary>GlobalAveragePooling2D by its other name.</summary>
/// <remarks>Python: <c>keras.layers.GlobalAvgPool2D</c>. In files it is GlobalAveragePooling2D.</remarks>
/// <inheritdoc cref="GlobalAveragePooling2D" path="/param"/>
[OtherName]
public sealed class GlobalAvgPool2D(string? dataFormat = null, bool keepdims = false)
    : GlobalAveragePooling2D(dataFormat, keepdims);
