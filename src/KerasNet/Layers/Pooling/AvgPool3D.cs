using KerasNet.Internal;

namespace KerasNet.Layers;

/// <summary>AveragePooling3D by its other name.</summary>
/// <remarks>Python: <c>keras.layers.AvgPool3D</c>. In files it is AveragePooling3D.</remarks>
/// <inheritdoc cref="AveragePooling3D" path="/param"/>
[OtherName]
public sealed class AvgPool3D(SpatialSizes poolSize, SpatialSizes? strides = null, string padding = "valid", string? dataFormat = null)
    : AveragePooling3D(poolSize, strides, padding, dataFormat);
