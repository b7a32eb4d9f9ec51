using KerasNet.Activations;
using KerasNet.Constraints;
using KerasNet.Initializers;
using KerasNet.Internal;
using KerasNet.Regularizers;

namespace KerasNet.Layers;

/// <summary>Conv2DTranspose by its other name.</summary>
/// <remarks>Python: <c>keras.layers.Convolution2DTranspose</c>. In files it is Conv2DTranspose.</remarks>
/// <inheritdoc cref="Conv2DTranspose" path="/param"/>
[OtherName]
public sealed class Convolution2DTranspose(
    int filters, SpatialSizes kernelSize, SpatialSizes? strides = null, string padding = "valid", SpatialSizes? outputPadding = null, string? dataFormat = null, SpatialSizes? dilationRate = null,
    ActivationFunction? activation = null, bool useBias = true, Initializer? kernelInitializer = null, Initializer? biasInitializer = null, Regularizer? kernelRegularizer = null,
    Regularizer? biasRegularizer = null, Regularizer? activityRegularizer = null, Constraint? kernelConstraint = null, Constraint? biasConstraint = null)
    : Conv2DTranspose(filters, kernelSize, strides, padding, outputPadding, dataFormat, dilationRate, activation, useBias, kernelInitializer, biasInitializer, kernelRegularizer, biasRegularizer, activityRegularizer, kernelConstraint, biasConstraint);
