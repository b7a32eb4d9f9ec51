using KerasNet.Internal;

namespace KerasNet.Layers;

/// <summary>MaxPooling3D by its other name.</summary>
/// <remarks>Python: <c>keras.layers.MaxPool3D</c>. In files it is MaxPooling3D.</remarks>
/// <inheritdoc cref="MaxPooling3D" path="/param"/>
[OtherName]
public sealed class MaxPool3D(SpatialSizes? poolSize = null, SpatialSizes? strides = null, string padding = "valid", string? dataFormat = null)
    : MaxPooling3D(poolSize, strides, padding, dataFormat);
