using KerasNet.Activations;
using KerasNet.Constraints;
using KerasNet.Initializers;
using KerasNet.Regularizers;

namespace KerasNet.Layers;

/// <summary>Separable convolution over images: a depthwise convolution, then one of size 1.</summary>
/// <remarks>Python: <c>keras.layers.SeparableConv2D</c>. Input <c>(batch, height, width, channels)</c>, or channels first.</remarks>
/// <inheritdoc cref="BaseSeparableConv" path="/param"/>
public class SeparableConv2D(
    int filters, SpatialSizes kernelSize, SpatialSizes? strides = null, string padding = "valid", string? dataFormat = null, SpatialSizes? dilationRate = null, int depthMultiplier = 1,
    ActivationFunction? activation = null, bool useBias = true, Initializer? depthwiseInitializer = null, Initializer? pointwiseInitializer = null, Initializer? biasInitializer = null,
    Regularizer? depthwiseRegularizer = null, Regularizer? pointwiseRegularizer = null, Regularizer? biasRegularizer = null, Regularizer? activityRegularizer = null,
    Constraint? depthwiseConstraint = null, Constraint? pointwiseConstraint = null, Constraint? biasConstraint = null)
    : BaseSeparableConv(
        2, filters, kernelSize, strides, padding, dataFormat, dilationRate, depthMultiplier, activation, useBias, depthwiseInitializer, pointwiseInitializer, biasInitializer,
        depthwiseRegularizer, pointwiseRegularizer, biasRegularizer, activityRegularizer, depthwiseConstraint, pointwiseConstraint, biasConstraint);
