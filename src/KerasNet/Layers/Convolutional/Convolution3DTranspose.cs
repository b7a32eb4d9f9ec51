using KerasNet.Activations;
using KerasNet.Constraints;
using KerasNet.Initializers;
using KerasNet.Internal;
using KerasNet.Regularizers;

namespace KerasNet.Layers;

/// <summary>Conv3DTranspose by its other name.</summary>
/// <remarks>Python: <c>keras.layers.Convolution3DTranspose</c>. In files it is Conv3DTranspose.</remarks>
/// <inheritdoc cref="Conv3DTranspose" path="/param"/>
[OtherName]
public sealed class Convolution3DTranspose(
    int filters, SpatialSizes kernelSize, SpatialSizes? strides = null, string padding = "valid", string? dataFormat = null, SpatialSizes? outputPadding = null, SpatialSizes? dilationRate = null,
    ActivationFunction? activation = null, bool useBias = true, Initializer? kernelInitializer = null, Initializer? biasInitializer = null, Regularizer? kernelRegularizer = null,
    Regularizer? biasRegularizer = null, Regularizer? activityRegularizer = null, Constraint? kernelConstraint = null, Constraint? biasConstraint = null)
    : Conv3DTranspose(filters, kernelSize, strides, padding, dataFormat, outputPadding, dilationRate, activation, useBias, kernelInitializer, biasInitializer, kernelRegularizer, biasRegularizer, activityRegularizer, kernelConstraint, biasConstraint);
