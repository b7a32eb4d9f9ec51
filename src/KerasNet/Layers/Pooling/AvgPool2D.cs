using KerasNet.Internal;

namespace KerasNet.Layers;

/// <summary>AveragePooling2D by its other name.</summary>
/// <remarks>Python: <c>keras.layers.AvgPool2D</c>. In files it is AveragePooling2D.</remarks>
/// <inheritdoc cref="AveragePooling2D" path="/param"/>
[OtherName]
public sealed class AvgPool2D(SpatialSizes poolSize, SpatialSizes? strides = null, string padding = "valid", string? dataFormat = null)
    : AveragePooling2D(poolSize, strides, padding, dataFormat);
