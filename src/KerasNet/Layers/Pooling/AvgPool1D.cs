using KerasNet.Internal;

namespace KerasNet.Layers;

/// <summary>AveragePooling1D by its other name.</summary>
/// <remarks>Python: <c>keras.layers.AvgPool1D</c>. In files it is AveragePooling1D.</remarks>
/// <inheritdoc cref="AveragePooling1D" path="/param"/>
[OtherName]
public sealed class AvgPool1D(SpatialSizes poolSize, SpatialSizes? strides = null, string padding = "valid", string? dataFormat = null)
    : AveragePooling1D(poolSize, strides, padding, dataFormat);
