using KerasNet.Internal;

namespace KerasNet.Layers;

/// <summary>MaxPooling2D by its other name.</summary>
/// <remarks>Python: <c>keras.layers.MaxPool2D</c>. In files it is MaxPooling2D.</remarks>
/// <inheritdoc cref="MaxPooling2D" path="/param"/>
[OtherName]
public sealed class MaxPool2D(SpatialSizes? poolSize = null, SpatialSizes? strides = null, string padding = "valid", string? dataFormat = null)
    : MaxPooling2D(poolSize, strides, padding, dataFormat);
