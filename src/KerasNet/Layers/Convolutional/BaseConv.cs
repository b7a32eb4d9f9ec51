using KerasNet.Activations;
using KerasNet.Constraints;
using KerasNet.Initializers;
using KerasNet.Internal;
using KerasNet.Regularizers;

namespace KerasNet.Layers;

/// <summary>Convolution: a kernel is moved over the input, and each place gives <c>activation(window · kernel + bias)</c>.</summary>
/// <param name="rank">Number of spatial axes.</param>
/// <param name="filters">Number of output channels.</param>
/// <param name="kernelSize">Size of the window: a number, or one for each spatial axis.</param>
/// <param name="strides">Step of the window; null: 1.</param>
/// <param name="padding"><c>valid</c>, <c>same</c> or, along one axis, <c>causal</c>: no output sees a later input.</param>
/// <param name="dataFormat"><c>channels_last</c> or <c>channels_first</c>; null: the configured one.</param>
/// <param name="dilationRate">Distance between the window's elements; null: 1. Above 1 the strides must be 1.</param>
/// <param name="groups">Groups of channels that are convolved separately.</param>
/// <param name="activation">Applied to the result; null: none.</param>
/// <param name="useBias">Whether a bias is added.</param>
/// <param name="kernelInitializer">First values of the kernel; null: glorot_uniform.</param>
/// <param name="biasInitializer">First values of the bias; null: zeros.</param>
/// <param name="kernelRegularizer">Penalty of the kernel.</param>
/// <param name="biasRegularizer">Penalty of the bias.</param>
/// <param name="activityRegularizer">Penalty of the output.</param>
/// <param name="kernelConstraint">Projection of the kernel after each update.</param>
/// <param name="biasConstraint">Projection of the bias after each update.</param>
/// <param name="loraRank">Rank of a low-rank addition that training changes instead of the kernel; null: there is none.</param>
/// <param name="loraAlpha">The addition is multiplied by alpha / rank; null: by 1.</param>
/// <exception cref="ArgumentException">Sizes, groups or settings do not fit together.</exception>
public abstract class BaseConv(
    int rank, int filters, SpatialSizes kernelSize, SpatialSizes? strides, string padding, string? dataFormat, SpatialSizes? dilationRate, int groups, ActivationFunction? activation,
    bool useBias, Initializer? kernelInitializer, Initializer? biasInitializer, Regularizer? kernelRegularizer, Regularizer? biasRegularizer, Regularizer? activityRegularizer,
    Constraint? kernelConstraint, Constraint? biasConstraint, int? loraRank, double? loraAlpha)
    : ConvolutionLayer(rank, kernelSize, strides, padding, dataFormat, dilationRate, activation, useBias, biasInitializer, biasRegularizer, activityRegularizer, biasConstraint, allowCausal: rank == 1)
{
    /// <summary>Number of output channels.</summary>
    public int Filters { get; } = Require.Positive(filters) % Require.Positive(groups) == 0 ? filters
        : throw new ArgumentException($"The number of filters must be evenly divisible by the number of groups. Received: groups={groups}, filters={filters}.", nameof(groups));

    /// <summary>Groups of channels that are convolved separately.</summary>
    public int Groups { get; } = groups;

    /// <summary>First values of the kernel.</summary>
    public Initializer KernelInitializer { get; } = kernelInitializer ?? "glorot_uniform";

    /// <summary>Penalty of the kernel.</summary>
    public Regularizer? KernelRegularizer { get; } = kernelRegularizer;

    /// <summary>Projection of the kernel.</summary>
    public Constraint? KernelConstraint { get; } = kernelConstraint;

    /// <summary>Rank of the low-rank addition; null: there is none.</summary>
    public int? LoraRank { get; private set; } = Require.Positive(loraRank);

    /// <summary>The addition is multiplied by alpha / rank.</summary>
    public double? LoraAlpha { get; private set; } = loraAlpha ?? loraRank;

    /// <summary>Whether there is a low-rank addition.</summary>
    public bool LoraEnabled => Lora is not null;

    /// <summary>Weights <c>(…kernelSize, channels / groups, filters)</c>.</summary>
    public KerasVariable Kernel { get => field ?? throw NotBuilt(); private set; }

    internal override AdaptedState? AdaptedState => Lora is null ? null : new AdaptedState(this, Bias is null ? [Kernel] : [Kernel, Bias], null, Lora, Kernel);

    private LowRank? Lora { get; set; }

    /// <inheritdoc cref="AdaptedLayer.EnableLora"/>
    public void EnableLora(int rank, double? loraAlpha = null, Initializer? aInitializer = null, Initializer? bInitializer = null)
    {
        using var scope = Graphs.Scopes.EnterPath(Path);
        Lora = LowRank.Enable(this, Kernel, Kernel.Shape, Lora, KernelConstraint is not null, (rank, loraAlpha), (aInitializer, bInitializer), KernelRegularizer, AddWeight);
        ChangeForm();
        (LoraRank, LoraAlpha) = (rank, Lora.Alpha);
    }

    /// <inheritdoc/>
    protected override void Build(TensorShape input)
    {
        var channels = Channels(input);
        if (channels % Groups != 0)
        {
            throw new ArgumentException($"The number of input channels must be evenly divisible by the number of groups. Received groups={Groups}, but the input has {channels} channels (full input shape is {input}).");
        }

        Kernel = AddWeight("kernel", new TensorShape([.. KernelSize, channels / Groups, Filters]), KernelInitializer, KernelRegularizer, KernelConstraint);
        AddBias(Filters);
        if (LoraRank is { } rank)
        {
            EnableLora(rank, LoraAlpha);
        }
    }

    /// <inheritdoc/>
    protected override Tensor Call(Tensor x, CallContext context)
    {
        var mode = Padding;
        if (mode == "causal")
        {
            var before = DilationRate[0] * (KernelSize[0] - 1);
            x = Ops.Pad(x, ChannelsFirst ? [(0, 0), (0, 0), (before, 0)] : [(0, 0), (before, 0), (0, 0)]);
            mode = "valid";
        }

        return Finish(Ops.Conv(x, Lora is { } lora ? lora.Merged(Kernel, Policy.ComputeDType) : Kernel, Strides.ToArray(), mode, DataFormat, DilationRate.ToArray()));
    }
}
