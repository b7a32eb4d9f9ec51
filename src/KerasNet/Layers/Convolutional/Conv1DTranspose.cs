using KerasNet.Activations;
using KerasNet.Constraints;
using KerasNet.Initializers;
using KerasNet.Regularizers;

namespace KerasNet.Layers;

/// <summary>Transposed convolution over one axis, as of time: makes them larger.</summary>
/// <remarks>Python: <c>keras.layers.Conv1DTranspose</c>. Input <c>(batch, steps, channels)</c>, or channels first.</remarks>
/// <inheritdoc cref="BaseConvTranspose" path="/param"/>
public class Conv1DTranspose(
    int filters, SpatialSizes kernelSize, SpatialSizes? strides = null, string padding = "valid", SpatialSizes? outputPadding = null, string? dataFormat = null, SpatialSizes? dilationRate = null,
    ActivationFunction? activation = null, bool useBias = true, Initializer? kernelInitializer = null, Initializer? biasInitializer = null, Regularizer? kernelRegularizer = null,
    Regularizer? biasRegularizer = null, Regularizer? activityRegularizer = null, Constraint? kernelConstraint = null, Constraint? biasConstraint = null)
    : BaseConvTranspose(
        1, filters, kernelSize, strides, padding, outputPadding, dataFormat, dilationRate, activation, useBias, kernelInitializer, biasInitializer, kernelRegularizer, biasRegularizer,
        activityRegularizer, kernelConstraint, biasConstraint);
