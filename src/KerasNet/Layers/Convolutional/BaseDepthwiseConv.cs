using KerasNet.Activations;
using KerasNet.Constraints;
using KerasNet.Initializers;
using KerasNet.Internal;
using KerasNet.Regularizers;

namespace KerasNet.Layers;

/// <summary>Depthwise convolution: each input channel is convolved alone, with <c>depthMultiplier</c> kernels of its own.</summary>
/// <param name="rank">Number of spatial axes.</param>
/// <param name="kernelSize">Size of the window: a number, or one for each spatial axis.</param>
/// <param name="strides">Step of the window; null: 1.</param>
/// <param name="padding"><c>valid</c> or <c>same</c>.</param>
/// <param name="depthMultiplier">Output channels for each input channel.</param>
/// <param name="dataFormat"><c>channels_last</c> or <c>channels_first</c>; null: the configured one.</param>
/// <param name="dilationRate">Distance between the window's elements; null: 1. Above 1 the strides must be 1.</param>
/// <param name="activation">Applied to the result; null: none.</param>
/// <param name="useBias">Whether a bias is added.</param>
/// <param name="depthwiseInitializer">First values of the kernel; null: glorot_uniform.</param>
/// <param name="biasInitializer">First values of the bias; null: zeros.</param>
/// <param name="depthwiseRegularizer">Penalty of the kernel.</param>
/// <param name="biasRegularizer">Penalty of the bias.</param>
/// <param name="activityRegularizer">Penalty of the output.</param>
/// <param name="depthwiseConstraint">Projection of the kernel after each update.</param>
/// <param name="biasConstraint">Projection of the bias after each update.</param>
/// <exception cref="ArgumentException">Sizes or settings do not fit together.</exception>
public abstract class BaseDepthwiseConv(
    int rank, SpatialSizes kernelSize, SpatialSizes? strides, string padding, int depthMultiplier, string? dataFormat, SpatialSizes? dilationRate, ActivationFunction? activation,
    bool useBias, Initializer? depthwiseInitializer, Initializer? biasInitializer, Regularizer? depthwiseRegularizer, Regularizer? biasRegularizer, Regularizer? activityRegularizer,
    Constraint? depthwiseConstraint, Constraint? biasConstraint)
    : ConvolutionLayer(rank, kernelSize, strides, padding, dataFormat, dilationRate, activation, useBias, biasInitializer, biasRegularizer, activityRegularizer, biasConstraint)
{
    /// <summary>Output channels for each input channel.</summary>
    public int DepthMultiplier { get; } = Require.Positive(depthMultiplier);

    /// <summary>First values of the kernel.</summary>
    public Initializer DepthwiseInitializer { get; } = depthwiseInitializer ?? "glorot_uniform";

    /// <summary>Penalty of the kernel.</summary>
    public Regularizer? DepthwiseRegularizer { get; } = depthwiseRegularizer;

    /// <summary>Projection of the kernel.</summary>
    public Constraint? DepthwiseConstraint { get; } = depthwiseConstraint;

    /// <summary>Weights <c>(…kernelSize, channels, depthMultiplier)</c>.</summary>
    public KerasVariable Kernel { get => field ?? throw NotBuilt(); private set; }

    /// <inheritdoc/>
    protected override void Build(TensorShape input)
    {
        var channels = Require.Positive(Channels(input));
        Kernel = AddWeight("kernel", new TensorShape([.. KernelSize, channels, DepthMultiplier]), DepthwiseInitializer, DepthwiseRegularizer, DepthwiseConstraint);
        AddBias(channels * DepthMultiplier);
    }

    /// <inheritdoc/>
    protected override Tensor Call(Tensor x, CallContext context) =>
        Finish(Ops.DepthwiseConv(x, Kernel, Strides.ToArray(), Padding, DataFormat, DilationRate.ToArray()));
}
