using KerasNet.Activations;
using KerasNet.Constraints;
using KerasNet.Initializers;
using KerasNet.Regularizers;

namespace KerasNet.Layers;

/// <summary>Transposed convolution over volumes: makes them larger.</summary>
/// <remarks>Python: <c>keras.layers.Conv3DTranspose</c>. Input <c>(batch, depth, height, width, channels)</c>, or channels first.</remarks>
/// <inheritdoc cref="BaseConvTranspose" path="/param"/>
public class Conv3DTranspose(
    int filters, SpatialSizes kernelSize, SpatialSizes? strides = null, string padding = "valid", string? dataFormat = null, SpatialSizes? outputPadding = null, SpatialSizes? dilationRate = null,
    ActivationFunction? activation = null, bool useBias = true, Initializer? kernelInitializer = null, Initializer? biasInitializer = null, Regularizer? kernelRegularizer = null,
    Regularizer? biasRegularizer = null, Regularizer? activityRegularizer = null, Constraint? kernelConstraint = null, Constraint? biasConstraint = null)
    : BaseConvTranspose(
        3, filters, kernelSize, strides, padding, outputPadding, dataFormat, dilationRate, activation, useBias, kernelInitializer, biasInitializer, kernelRegularizer, biasRegularizer,
        activityRegularizer, kernelConstraint, biasConstraint);
