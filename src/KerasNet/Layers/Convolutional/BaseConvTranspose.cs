using KerasNet.Activations;
using KerasNet.Constraints;
using KerasNet.Initializers;
using KerasNet.Internal;
using KerasNet.Regularizers;

namespace KerasNet.Layers;

/// <summary>Transposed convolution: the way back of a convolution, which makes its input larger.</summary>
/// <inheritdoc cref="BaseConv" path="/param"/>
/// <param name="outputPadding">What the output is larger than its least size along each axis, less than the strides; null: the usual size.</param>
public abstract class BaseConvTranspose(
#pragma warning disable CS1573 // The other parameters are documented at BaseConv.
    int rank, int filters, SpatialSizes kernelSize, SpatialSizes? strides, string padding, SpatialSizes? outputPadding, string? dataFormat, SpatialSizes? dilationRate, ActivationFunction? activation,
    bool useBias, Initializer? kernelInitializer, Initializer? biasInitializer, Regularizer? kernelRegularizer, Regularizer? biasRegularizer, Regularizer? activityRegularizer,
    Constraint? kernelConstraint, Constraint? biasConstraint)
#pragma warning restore CS1573
    : ConvolutionLayer(rank, kernelSize, strides, padding, dataFormat, dilationRate, activation, useBias, biasInitializer, biasRegularizer, activityRegularizer, biasConstraint)
{
    /// <summary>Number of output channels.</summary>
    public int Filters { get; } = Require.Positive(filters);

    /// <summary>What the output is larger than its least size; null: the usual size.</summary>
    public SpatialSizes? OutputPadding { get; } = Check(outputPadding?.For(rank, "output_padding", least: 0), (strides ?? 1).For(rank, "strides"));

    /// <summary>First values of the kernel.</summary>
    public Initializer KernelInitializer { get; } = kernelInitializer ?? "glorot_uniform";

    /// <summary>Penalty of the kernel.</summary>
    public Regularizer? KernelRegularizer { get; } = kernelRegularizer;

    /// <summary>Projection of the kernel.</summary>
    public Constraint? KernelConstraint { get; } = kernelConstraint;

    /// <summary>Weights <c>(…kernelSize, filters, channels)</c>.</summary>
    public KerasVariable Kernel { get => field ?? throw NotBuilt(); private set; }

    /// <inheritdoc/>
    protected override void Build(TensorShape input)
    {
        Kernel = AddWeight("kernel", new TensorShape([.. KernelSize, Filters, Channels(input)]), KernelInitializer, KernelRegularizer, KernelConstraint);
        AddBias(Filters);
    }

    /// <inheritdoc/>
    protected override Tensor Call(Tensor x, CallContext context) =>
        Finish(Ops.ConvTranspose(x, Kernel, Strides.ToArray(), Padding, OutputPadding is null ? null : (TensorShape)OutputPadding.ToArray(), DataFormat, DilationRate.ToArray()));

    private static SpatialSizes? Check(SpatialSizes? outputPadding, SpatialSizes strides) => outputPadding is null || outputPadding.Zip(strides, (extra, step) => extra < step).All(fits => fits)
        ? outputPadding
        : throw new ArgumentException($"`output_padding` must be strictly less than `strides` for all dimensions. Received: output_padding={outputPadding}, strides={strides}.", nameof(outputPadding));
}
