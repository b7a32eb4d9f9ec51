using KerasNet.Activations;
using KerasNet.Constraints;
using KerasNet.Initializers;
using KerasNet.Internal;
using KerasNet.Regularizers;

namespace KerasNet.Layers;

/// <summary>Conv1DTranspose by its other name.</summary>
/// <remarks>Python: <c>keras.layers.Convolution1DTranspose</c>. In files it is Conv1DTranspose.</remarks>
/// <inheritdoc cref="Conv1DTranspose" path="/param"/>
[OtherName]
public sealed class Convolution1DTranspose(
    int filters, SpatialSizes kernelSize, SpatialSizes? strides = null, string padding = "valid", SpatialSizes? outputPadding = null, string? dataFormat = null, SpatialSizes? dilationRate = null,
    ActivationFunction? activation = null, bool useBias = true, Initializer? kernelInitializer = null, Initializer? biasInitializer = null, Regularizer? kernelRegularizer = null,
    Regularizer? biasRegularizer = null, Regularizer? activityRegularizer = null, Constraint? kernelConstraint = null, Constraint? biasConstraint = null)
    : Conv1DTranspose(filters, kernelSize, strides, padding, outputPadding, dataFormat, dilationRate, activation, useBias, kernelInitializer, biasInitializer, kernelRegularizer, biasRegularizer, activityRegularizer, kernelConstraint, biasConstraint);
