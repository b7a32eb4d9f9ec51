using KerasNet.Internal;

namespace KerasNet.Layers;

/// <summary>MaxPooling1D by its other name.</summary>
/// <remarks>Python: <c>keras.layers.MaxPool1D</c>. In files it is MaxPooling1D.</remarks>
/// <inheritdoc cref="MaxPooling1D" path="/param"/>
[OtherName]
public sealed class MaxPool1D(SpatialSizes? poolSize = null, SpatialSizes? strides = null, string padding = "valid", string? dataFormat = null)
    : MaxPooling1D(poolSize, strides, padding, dataFormat);
