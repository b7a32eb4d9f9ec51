using KerasNet.Activations;
using KerasNet.Constraints;
using KerasNet.Initializers;
using KerasNet.Internal;
using KerasNet.Regularizers;

namespace KerasNet.Layers;

/// <summary>Separable convolution: a depthwise convolution, then one of size 1 that mixes the channels.</summary>
/// <param name="rank">Number of spatial axes.</param>
/// <param name="filters">Number of output channels.</param>
/// <param name="kernelSize">Size of the window: a number, or one for each spatial axis.</param>
/// <param name="strides">Step of the window; null: 1.</param>
/// <param name="padding"><c>valid</c> or <c>same</c>.</param>
/// <param name="dataFormat"><c>channels_last</c> or <c>channels_first</c>; null: the configured one.</param>
/// <param name="dilationRate">Distance between the window's elements; null: 1. Above 1 the strides must be 1.</param>
/// <param name="depthMultiplier">Channels between the two steps for each input channel.</param>
/// <param name="activation">Applied to the result; null: none.</param>
/// <param name="useBias">Whether a bias is added.</param>
/// <param name="depthwiseInitializer">First values of the depthwise kernel; null: glorot_uniform.</param>
/// <param name="pointwiseInitializer">First values of the pointwise kernel; null: glorot_uniform.</param>
/// <param name="biasInitializer">First values of the bias; null: zeros.</param>
/// <param name="depthwiseRegularizer">Penalty of the depthwise kernel.</param>
/// <param name="pointwiseRegularizer">Penalty of the pointwise kernel.</param>
/// <param name="biasRegularizer">Penalty of the bias.</param>
/// <param name="activityRegularizer">Penalty of the output.</param>
/// <param name="depthwiseConstraint">Projection of the depthwise kernel after each update.</param>
/// <param name="pointwiseConstraint">Projection of the pointwise kernel after each update.</param>
/// <param name="biasConstraint">Projection of the bias after each update.</param>
/// <exception cref="ArgumentException">Sizes or settings do not fit together.</exception>
public abstract class BaseSeparableConv(
    int rank, int filters, SpatialSizes kernelSize, SpatialSizes? strides, string padding, string? dataFormat, SpatialSizes? dilationRate, int depthMultiplier, ActivationFunction? activation,
    bool useBias, Initializer? depthwiseInitializer, Initializer? pointwiseInitializer, Initializer? biasInitializer, Regularizer? depthwiseRegularizer, Regularizer? pointwiseRegularizer,
    Regularizer? biasRegularizer, Regularizer? activityRegularizer, Constraint? depthwiseConstraint, Constraint? pointwiseConstraint, Constraint? biasConstraint)
    : ConvolutionLayer(rank, kernelSize, strides, padding, dataFormat, dilationRate, activation, useBias, biasInitializer, biasRegularizer, activityRegularizer, biasConstraint)
{
    /// <summary>Number of output channels.</summary>
    public int Filters { get; } = Require.Positive(filters);

    /// <summary>Channels between the two steps for each input channel.</summary>
    public int DepthMultiplier { get; } = Require.Positive(depthMultiplier);

    /// <summary>First values of the depthwise kernel.</summary>
    public Initializer DepthwiseInitializer { get; } = depthwiseInitializer ?? "glorot_uniform";

    /// <summary>First values of the pointwise kernel.</summary>
    public Initializer PointwiseInitializer { get; } = pointwiseInitializer ?? "glorot_uniform";

    /// <summary>Penalty of the depthwise kernel.</summary>
    public Regularizer? DepthwiseRegularizer { get; } = depthwiseRegularizer;

    /// <summary>Penalty of the pointwise kernel.</summary>
    public Regularizer? PointwiseRegularizer { get; } = pointwiseRegularizer;

    /// <summary>Projection of the depthwise kernel.</summary>
    public Constraint? DepthwiseConstraint { get; } = depthwiseConstraint;

    /// <summary>Projection of the pointwise kernel.</summary>
    public Constraint? PointwiseConstraint { get; } = pointwiseConstraint;

    /// <summary>Weights <c>(…kernelSize, channels, depthMultiplier)</c>.</summary>
    public KerasVariable DepthwiseKernel { get => field ?? throw NotBuilt(); private set; }

    /// <summary>Weights <c>(…1, channels · depthMultiplier, filters)</c>.</summary>
    public KerasVariable PointwiseKernel { get => field ?? throw NotBuilt(); private set; }

    /// <inheritdoc/>
    protected override void Build(TensorShape input)
    {
        var channels = Require.Positive(Channels(input));
        DepthwiseKernel = AddWeight("depthwise_kernel", new TensorShape([.. KernelSize, channels, DepthMultiplier]), DepthwiseInitializer, DepthwiseRegularizer, DepthwiseConstraint);
        PointwiseKernel = AddWeight(
            "pointwise_kernel", new TensorShape([.. Enumerable.Repeat(1, Rank), channels * DepthMultiplier, Filters]), PointwiseInitializer, PointwiseRegularizer, PointwiseConstraint);
        AddBias(Filters);
    }

    /// <inheritdoc/>
    protected override Tensor Call(Tensor x, CallContext context) =>
        Finish(Ops.SeparableConv(x, DepthwiseKernel, PointwiseKernel, Strides.ToArray(), Padding, DataFormat, DilationRate.ToArray()));
}
