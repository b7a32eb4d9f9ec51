using KerasNet.Activations;
using KerasNet.Constraints;
using KerasNet.Initializers;
using KerasNet.Regularizers;
using KerasNet.Saving;

namespace KerasNet.Layers;

/// <summary>Convolution over volumes.</summary>
/// <remarks>Python: <c>keras.layers.Conv3D</c>. Input <c>(batch, depth, height, width, channels)</c>, or channels first.</remarks>
/// <inheritdoc cref="BaseConv" path="/param"/>
public class Conv3D(
    int filters, SpatialSizes kernelSize, SpatialSizes? strides = null, string padding = "valid", string? dataFormat = null, SpatialSizes? dilationRate = null, int groups = 1,
    ActivationFunction? activation = null, bool useBias = true, Initializer? kernelInitializer = null, Initializer? biasInitializer = null, Regularizer? kernelRegularizer = null,
    Regularizer? biasRegularizer = null, Regularizer? activityRegularizer = null, Constraint? kernelConstraint = null, Constraint? biasConstraint = null,
    [OnlyWhenSet] int? loraRank = null, [OnlyWhenSet] double? loraAlpha = null)
    : BaseConv(
        3, filters, kernelSize, strides, padding, dataFormat, dilationRate, groups, activation, useBias, kernelInitializer, biasInitializer, kernelRegularizer, biasRegularizer,
        activityRegularizer, kernelConstraint, biasConstraint, loraRank, loraAlpha);
