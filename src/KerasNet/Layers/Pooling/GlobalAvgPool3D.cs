using KerasNet.Internal;

namespace KerasNet.Layers;

/// <summary>GlobalAveragePooling3D by its other name.</summary>
/// <remarks>Python: <c>keras.layers.GlobalAvgPool3D</c>. In files it is GlobalAveragePooling3D.</remarks>
/// <inheritdoc cref="GlobalAveragePooling3D" path="/param"/>
[OtherName]
public sealed class GlobalAvgPool3D(string? dataFormat = null, bool keepdims = false)
    : GlobalAveragePooling3D(dataFormat, keepdims);
