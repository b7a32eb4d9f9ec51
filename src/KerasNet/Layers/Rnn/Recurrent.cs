using KerasNet.Activations;
using KerasNet.Constraints;
using KerasNet.Initializers;
using KerasNet.Internal;
using KerasNet.Regularizers;

namespace KerasNet.Layers;

/// <summary>What SimpleRNN, LSTM and GRU share: weights, the walk over time, states, masks, dropout.</summary>
/// <remarks>Input <c>(batch, time, features)</c>, output <c>(batch, units)</c>, or <c>(batch, time, units)</c> with returnSequences. The inputs of all time steps go through the kernel in one product.</remarks>
public abstract class Recurrent : Layer
{
    private readonly SeedGenerator? _seeds;
    [NotTracked]
    private KerasVariable[]? _kept;

    private protected Recurrent(RecurrentOptions options)
    {
        Units = Require.Positive(options.Units, "units");
        Options = options;
        Dropout = Require.Rate(options.Dropout, "dropout");
        RecurrentDropout = Require.Rate(options.RecurrentDropout, "recurrentDropout");
        _seeds = Dropout > 0 || RecurrentDropout > 0 ? new SeedGenerator(options.Seed) : null;
        InputSpecs = [new InputSpec { Rank = 3 }];
    }

    /// <summary>Size of the state and the output.</summary>
    public int Units { get; }

    /// <summary>Applied to the candidate state.</summary>
    public ActivationFunction Activation => Options.Activation;

    /// <summary>Whether a bias is added.</summary>
    public bool UseBias => Options.UseBias;

    /// <summary>First values of the kernel.</summary>
    public Initializer KernelInitializer => Options.KernelInitializer;

    /// <summary>First values of the recurrent kernel.</summary>
    public Initializer RecurrentInitializer => Options.RecurrentInitializer;

    /// <summary>First values of the bias.</summary>
    public Initializer BiasInitializer => Options.BiasInitializer;

    /// <summary>Penalty of the kernel.</summary>
    public Regularizer? KernelRegularizer => Options.KernelRegularizer;

    /// <summary>Penalty of the recurrent kernel.</summary>
    public Regularizer? RecurrentRegularizer => Options.RecurrentRegularizer;

    /// <summary>Penalty of the bias.</summary>
    public Regularizer? BiasRegularizer => Options.BiasRegularizer;

    /// <summary>Projection of the kernel.</summary>
    public Constraint? KernelConstraint => Options.KernelConstraint;

    /// <summary>Projection of the recurrent kernel.</summary>
    public Constraint? RecurrentConstraint => Options.RecurrentConstraint;

    /// <summary>Projection of the bias.</summary>
    public Constraint? BiasConstraint => Options.BiasConstraint;

    /// <summary>Fraction of the inputs that is dropped in training, the same at all time steps.</summary>
    public double Dropout { get; }

    /// <summary>Fraction of the state that is dropped in training.</summary>
    public double RecurrentDropout { get; }

    /// <summary>Seed of the dropouts.</summary>
    public int? Seed => Options.Seed;

    /// <summary>Whether the outputs of all time steps are given.</summary>
    public bool ReturnSequences => Options.ReturnSequences;

    /// <summary>Whether the last states follow the output.</summary>
    public bool ReturnState => Options.ReturnState;

    /// <summary>Whether time runs backwards.</summary>
    public bool GoBackwards => Options.GoBackwards;

    /// <summary>Whether the states of a batch are the first of the next.</summary>
    public bool Stateful => Options.Stateful;

    /// <summary>Accepted as in Keras; a declared length is always unrolled.</summary>
    public bool Unroll => Options.Unroll;

    /// <summary>Whether the output of a masked time step is zero; else it is the output before it.</summary>
    public bool ZeroOutputForMask { get; set; }

    /// <inheritdoc/>
    public override bool SupportsMasking => true;

    /// <summary>Weights of the input.</summary>
    public KerasVariable Kernel { get => field ?? throw NotBuilt(); private set; }

    /// <summary>Weights of the state.</summary>
    public KerasVariable RecurrentKernel { get => field ?? throw NotBuilt(); private set; }

    /// <summary>The bias; null without one.</summary>
    public KerasVariable? Bias { get; private set; }

    private protected RecurrentOptions Options { get; }

    /// <summary>Gates of the cell: the kernels are that many times wider than the state.</summary>
    private protected abstract int Gates { get; }

    /// <summary>States of the cell.</summary>
    private protected virtual int States => 1;

    /// <summary>Shape of the bias.</summary>
    private protected virtual TensorShape BiasShape => Gates * Units;

    /// <summary>First values of the bias.</summary>
    private protected virtual Initializer FirstBias => BiasInitializer;

    /// <summary>Calls the layer, with first states where they are given.</summary>
    /// <param name="x">Input <c>(batch, time, features)</c>.</param>
    /// <param name="initialState">One tensor for each state; null: zeros.</param>
    /// <param name="mask">True where a time step counts, <c>(batch, time)</c>; null: the one that travels with the input.</param>
    /// <param name="training">True in training; null: as the layer that calls.</param>
    /// <returns>The output, and with returnState the states: <c>var (y, h, c) = lstm.Apply(x)</c>.</returns>
    public Tensors Apply(Tensor x, Tensors? initialState = null, Tensor? mask = null, bool? training = null) => Invoke(x, new CallArguments
    {
        Masks = mask is null ? null : [mask],
        Training = training,
        Named = initialState is null ? new Dictionary<string, object?>() : new Dictionary<string, object?> { ["initial_state"] = initialState },
    });

    /// <summary>Sets the kept states of a stateful layer to zero.</summary>
    public void ResetStates()
    {
        foreach (var state in _kept ?? [])
        {
            state.Assign(Ops.Zeros(state.Shape, state.DType));
        }
    }

    /// <inheritdoc/>
    protected override void Build(TensorShape input)
    {
        Kernel = AddWeight("kernel", [Require.Known(Name, input, 2), Gates * Units], KernelInitializer, KernelRegularizer, KernelConstraint);
        RecurrentKernel = AddWeight("recurrent_kernel", [Units, Gates * Units], RecurrentInitializer, RecurrentRegularizer, RecurrentConstraint);
        Bias = UseBias ? AddWeight("bias", BiasShape, FirstBias, BiasRegularizer, BiasConstraint) : null;
        if (Stateful)
        {
            var batch = input[0] >= 0 ? input[0] : throw new ArgumentException($"Layer '{Name}': if a RNN is stateful, it needs to know its batch size. Specify it: Keras.Input(shape, batchSize: …).");
            _kept = [.. Enumerable.Range(0, States).Select(_ => new KerasVariable(Tensor.Create<float>(new float[batch * Units], [batch, Units]), "state", trainable: false))];
        }

        InputSpecs = [new InputSpec { Rank = 3, Axes = new Dictionary<int, int> { [-1] = input[2] } }];
    }

    /// <inheritdoc/>
    protected override Tensors Call(Tensors inputs, CallContext context)
    {
        var x = inputs.Single();
        var length = x.Shape[1] >= 0 ? x.Shape[1]
            : throw new NotSupportedException($"Layer '{Name}' must know the number of time steps: shape={x.Shape}. Declare it in Keras.Input((steps, features)); unknown lengths are not supported yet.");
        if (context.Training && Dropout > 0)
        {
            x *= Ops.ExpandDims(RandomOps.Dropout(Ops.OnesLike(x[.., 0]), Dropout, null, _seeds!), 1);
        }

        var states = FirstStates(x, context.Argument<Tensors>("initial_state"));
        var stateMask = context.Training && RecurrentDropout > 0 ? RandomOps.Dropout(Ops.OnesLike(states[0]), RecurrentDropout, null, _seeds!) : null;
        var projected = Project(x);
        var outputs = new Tensor[length];
        Tensor? previous = null;
        for (var i = 0; i < length; i++)
        {
            var t = GoBackwards ? length - 1 - i : i;
            var recurrent = stateMask is null ? states[0] : states[0] * stateMask;
            var (output, next) = Step(projected[.., t], recurrent, states);
            if (context.Mask is { } mask)
            {
                // A masked step leaves the states and repeats the output before it.
                var counts = Ops.ExpandDims(Ops.Cast(mask[.., t], DataType.Bool), -1);
                output = Ops.Where(counts, output, ZeroOutputForMask || previous is null ? Ops.ZerosLike(output) : previous);
                next = [.. next.Zip(states, (n, s) => Ops.Where(counts, n, s))];
            }

            (previous, states) = (output, next);
            outputs[i] = output;
        }

        for (var i = 0; i < States && _kept is not null; i++)
        {
            _kept[i].Assign(states[i]);
        }

        var result = ReturnSequences ? Ops.Stack(outputs, axis: 1) : outputs[^1];
        return ReturnState ? new Tensors([result, .. states]) : result;
    }

    /// <inheritdoc/>
    protected override IReadOnlyList<Tensor?> ComputeMasks(Tensors inputs, IReadOnlyList<Tensor?> masks)
    {
        var first = ReturnSequences && masks.Count > 0 ? masks[0] : null;
        return ReturnState ? [first, .. new Tensor?[States]] : [first];
    }

    /// <summary>All time steps through the kernel.</summary>
    private protected virtual Tensor Project(Tensor x) => Bias is null ? Ops.MatMul(x, Kernel) : Ops.MatMul(x, Kernel) + Bias;

    /// <summary>One time step.</summary>
    /// <param name="x">The projected input.</param>
    /// <param name="h">The output before, with dropout.</param>
    /// <param name="states">The states before.</param>
    private protected abstract (Tensor Output, Tensor[] States) Step(Tensor x, Tensor h, Tensor[] states);

    /// <summary>The gates of a product, side by side.</summary>
    private protected Tensor Gate(Tensor product, int index) => product[.., (index * Units)..((index + 1) * Units)];

    private Tensor[] FirstStates(Tensor x, Tensors? given)
    {
        if (given is not null)
        {
            return given.Count == States ? [.. given]
                : throw new ArgumentException($"Layer '{Name}' has {States} state(s), but was passed initialState={given.Count} tensor(s) of shapes {string.Join(", ", given.Select(t => t.Shape))}.");
        }

        if (_kept is not null)
        {
            return [.. _kept.Select(k => k.Value)];
        }

        Tensor[] shape = [x.Shape[0] >= 0 ? (Tensor)x.Shape[0] : RawOps.Shape(x)[0], Units];
        var zeros = Ops.Zeros(shape, x.DType);
        return [.. Enumerable.Repeat(zeros, States)];
    }
}
