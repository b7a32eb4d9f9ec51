using KerasNet.Activations;
using KerasNet.Constraints;
using KerasNet.Initializers;
using KerasNet.Regularizers;

namespace KerasNet.Layers;

/// <summary>Depthwise convolution over images: each channel has kernels of its own.</summary>
/// <remarks>Python: <c>keras.layers.DepthwiseConv2D</c>. Input <c>(batch, height, width, channels)</c>, or channels first.</remarks>
/// <inheritdoc cref="BaseDepthwiseConv" path="/param"/>
public sealed class DepthwiseConv2D(
    SpatialSizes kernelSize, SpatialSizes? strides = null, string padding = "valid", int depthMultiplier = 1, string? dataFormat = null, SpatialSizes? dilationRate = null,
    ActivationFunction? activation = null, bool useBias = true, Initializer? depthwiseInitializer = null, Initializer? biasInitializer = null, Regularizer? depthwiseRegularizer = null,
    Regularizer? biasRegularizer = null, Regularizer? activityRegularizer = null, Constraint? depthwiseConstraint = null, Constraint? biasConstraint = null)
    : BaseDepthwiseConv(
        2, kernelSize, strides, padding, depthMultiplier, dataFormat, dilationRate, activation, useBias, depthwiseInitializer, biasInitializer, depthwiseRegularizer, biasRegularizer,
        activityRegularizer, depthwiseConstraint, biasConstraint);
