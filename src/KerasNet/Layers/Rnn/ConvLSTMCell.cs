using KerasNet.Activations;
using KerasNet.Initializers;
using KerasNet.Internal;

namespace KerasNet.Layers;

/// <summary>One time step of <see cref="ConvLSTM"/>: an LSTM cell whose products are convolutions.</summary>
internal sealed class ConvLSTMCell : RNNCell
{
    private readonly int _rank;
    private readonly SeedGenerator _seeds;
    private TensorShape _state = TensorShape.Scalar;

    public ConvLSTMCell(
        int rank, int filters, SpatialSizes kernelSize, SpatialSizes? strides, string padding, string? dataFormat, SpatialSizes? dilationRate,
        ActivationFunction? recurrentActivation, bool unitForgetBias, SeedGenerator seeds, CellOptions options)
    {
        _rank = rank;
        _seeds = seeds;
        Options = options;
        Filters = Require.Positive(filters);
        KernelSize = kernelSize.For(rank, "kernel_size");
        Strides = (strides ?? 1).For(rank, "strides");
        Padding = Require.OneOf(padding.ToLowerInvariant(), ["valid", "same"], nameof(padding));
        DataFormat = Require.OneOf(dataFormat ?? Keras.Config.ImageDataFormat, ["channels_last", "channels_first"], nameof(dataFormat));
        DilationRate = (dilationRate ?? 1).For(rank, "dilation_rate");
        RecurrentActivation = recurrentActivation ?? "sigmoid";
        UnitForgetBias = unitForgetBias;
        if (Strides.Max() > 1 && DilationRate.Max() > 1)
        {
            throw new ArgumentException($"Specifying `strides > 1` is not compatible with `dilation_rate > 1`. Received: strides={Strides} and dilation_rate={DilationRate}. Set one of them to 1.");
        }
    }

    public CellOptions Options { get; }

    public int Filters { get; }

    public SpatialSizes KernelSize { get; }

    public SpatialSizes Strides { get; }

    public string Padding { get; }

    public string DataFormat { get; }

    public SpatialSizes DilationRate { get; }

    public ActivationFunction RecurrentActivation { get; }

    public bool UnitForgetBias { get; }

    public KerasVariable Kernel { get => field ?? throw NotBuilt(); private set; }

    public KerasVariable RecurrentKernel { get => field ?? throw NotBuilt(); private set; }

    public KerasVariable? Bias { get; private set; }

    public override IReadOnlyList<int> StateSize => [Filters, Filters];

    private bool ChannelsFirst => DataFormat == "channels_first";

    public override Tensors GetInitialState(Tensor batchSize)
    {
        var zeros = ZeroOutput(batchSize, []);
        return [zeros, zeros];
    }

    internal override Tensor ZeroOutput(Tensor batchSize, Tensor[] states) => Ops.Zeros([batchSize, .. _state.Dims.ToArray().Select(d => (Tensor)d)], DType.ComputeDType);

    internal override CellStep Begin(Tensor like, Tensor[] states, bool training)
    {
        var masks = Masks(like, states, training);
        var advance = Advance(masks.State);
        return (x, before) => advance(Project(x, masks.Input), before);
    }

    internal override (Tensor Sequence, CellStep Step) Walk(Tensor sequence, Tensor[] states, bool training)
    {
        var masks = Masks(RawOps.StridedSlice(sequence, 0), states, training);
        var inner = sequence.Shape[2..];
        Tensor Fold(Tensor x) => RawOps.Reshape(x, RawOps.Constant([-1, .. inner.Dims]));

        // All time steps are images of one convolution; with dropout each gate has its own.
        var projected = Project(sequence, masks.Input, Fold);
        var unfolded = RawOps.Reshape(projected, [RawOps.Dim(sequence, 0), RawOps.Dim(sequence, 1), .. RawOps.DimsOf(projected)[1..]]);
        return (unfolded, Advance(masks.State));
    }

    protected override void Build(TensorShape input)
    {
        var spatial = ChannelsFirst ? input[2..] : input[1..^1];
        if (!spatial.IsFullyDefined)
        {
            throw new ArgumentException($"Layer '{Name}': ConvLSTM layers only support static input shapes for the spatial dimension. Received invalid input shape: {input}. Declare the sizes in Keras.Input.");
        }

        var channels = Require.Known(Name, input, ChannelsFirst ? 1 : -1);
        Kernel = AddWeight("kernel", [.. KernelSize, channels, 4 * Filters], Options.KernelInitializer, Options.KernelRegularizer, Options.KernelConstraint);
        RecurrentKernel = AddWeight("recurrent_kernel", [.. KernelSize, Filters, 4 * Filters], Options.RecurrentInitializer, Options.RecurrentRegularizer, Options.RecurrentConstraint);
        var first = UnitForgetBias ? new ForgetBias(Options.BiasInitializer) : Options.BiasInitializer;
        Bias = Options.UseBias ? AddWeight("bias", 4 * Filters, first, Options.BiasRegularizer, Options.BiasConstraint) : null;
        int[] output = [.. Enumerable.Range(0, _rank).Select(i => SizeAfter(spatial[i], i))];
        _state = ChannelsFirst ? new TensorShape([Filters, .. output]) : new TensorShape([.. output, Filters]);
    }

    protected override (Tensor Output, Tensors States) Call(Tensor x, Tensors states, CallContext context) => Begin(x, [.. states], context.Training)(x, [.. states]);

    private int SizeAfter(int size, int axis)
    {
        var reach = ((KernelSize[axis] - 1) * DilationRate[axis]) + 1;
        var steps = Padding == "same" ? size - 1 : size - reach;
        return steps >= 0 ? (steps / Strides[axis]) + 1
            : throw new ArgumentException($"Layer '{Name}': a window of {reach} does not fit into a spatial size of {size}. Make kernelSize or dilationRate smaller, or use padding: \"same\".");
    }

    private DropoutMasks Masks(Tensor like, Tensor[] states, bool training)
    {
        var masks = DropoutMasks.Draw(like, states[0], Options, 4, _seeds, training);
        return new DropoutMasks(Options.Dropout < 1 ? masks.Input : [], Options.RecurrentDropout < 1 ? masks.State : []);
    }

    private Tensor Project(Tensor x, Tensor[] masks, Func<Tensor, Tensor>? fold = null)
    {
        fold ??= t => t;
        var y = Gates(x, Kernel, masks, (t, kernel) => Ops.Conv(fold(t), kernel, Strides.ToArray(), Padding, DataFormat, DilationRate.ToArray()));
        return Bias is null ? y : y + (ChannelsFirst ? Ops.Reshape(Bias, new TensorShape([1, 4 * Filters, .. Enumerable.Repeat(1, _rank)])) : Bias);
    }

    private CellStep Advance(Tensor[] masks)
    {
        Tensor recurrent = RecurrentKernel;
        return (x, states) =>
        {
            // Order of the gates: input, forget, candidate, output.
            var inner = Gates(states[0], recurrent, masks, (t, kernel) => Ops.Conv(t, kernel, 1, "same", DataFormat));
            var z = RawOps.Split(SameShape.Add(x, inner), 4, ChannelsFirst ? 1 : _rank + 1);
            var kept = SameShape.Mul(RecurrentActivation.Apply(z[1]), states[1]);
            var c = SameShape.Add(kept, SameShape.Mul(RecurrentActivation.Apply(z[0]), Options.Activation.Apply(z[2])));
            var h = SameShape.Mul(RecurrentActivation.Apply(z[3]), Options.Activation.Apply(c));
            return (h, [h, c]);
        };
    }

    private Tensor Gates(Tensor x, Tensor kernel, Tensor[] masks, Func<Tensor, Tensor, Tensor> convolve)
    {
        if (masks.Length == 0)
        {
            return convolve(x, kernel);
        }

        var parts = RawOps.Split(kernel, masks.Length, kernel.Rank - 1);
        return RawOps.ConcatV2([.. masks.Select((mask, gate) => convolve(x * mask, parts[gate]))], ChannelsFirst ? 1 : _rank + 1);
    }
}
