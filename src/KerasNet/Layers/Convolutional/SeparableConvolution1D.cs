using KerasNet.Activations;
using KerasNet.Constraints;
using KerasNet.Initializers;
using KerasNet.Internal;
using KerasNet.Regularizers;

namespace KerasNet.Layers;

/// <summary>SeparableConv1D by its other name.</summary>
/// <remarks>Python: <c>keras.layers.SeparableConvolution1D</c>. In files it is SeparableConv1D.</remarks>
/// <inheritdoc cref="SeparableConv1D" path="/param"/>
[OtherName]
public sealed class SeparableConvolution1D(
    int filters, SpatialSizes kernelSize, SpatialSizes? strides = null, string padding = "valid", string? dataFormat = null, SpatialSizes? dilationRate = null, int depthMultiplier = 1,
    ActivationFunction? activation = null, bool useBias = true, Initializer? depthwiseInitializer = null, Initializer? pointwiseInitializer = null, Initializer? biasInitializer = null,
    Regularizer? depthwiseRegularizer = null, Regularizer? pointwiseRegularizer = null, Regularizer? biasRegularizer = null, Regularizer? activityRegularizer = null,
    Constraint? depthwiseConstraint = null, Constraint? pointwiseConstraint = null, Constraint? biasConstraint = null)
    : SeparableConv1D(filters, kernelSize, strides, padding, dataFormat, dilationRate, depthMultiplier, activation, useBias, depthwiseInitializer, pointwiseInitializer, biasInitializer, depthwiseRegularizer, pointwiseRegularizer, biasRegularizer, activityRegularizer, depthwiseConstraint, pointwiseConstraint, biasConstraint);
