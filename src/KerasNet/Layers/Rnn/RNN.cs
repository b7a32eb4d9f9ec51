using KerasNet.Graphs;

namespace KerasNet.Layers;

/// <summary>Recurrent layer over any cell: it walks over the time steps and carries the cell's states.</summary>
/// <remarks>Python: <c>keras.layers.RNN</c>. Input <c>(batch, time, …)</c>, output <c>(batch, …)</c>, or <c>(batch, time, …)</c> with returnSequences. A declared length of at most 100 steps is unrolled into the graph, others are a loop in it.</remarks>
/// <param name="cell">What one time step does: <see cref="SimpleRNNCell"/>, <see cref="LSTMCell"/>, <see cref="GRUCell"/>, <see cref="StackedRNNCells"/>, or your own <see cref="RNNCell"/>.</param>
/// <param name="returnSequences">Whether the outputs of all time steps are given.</param>
/// <param name="returnState">Whether the last states follow the output.</param>
/// <param name="goBackwards">Whether time runs backwards; so do the outputs.</param>
/// <param name="stateful">Whether the states of a batch are the first of the next.</param>
/// <param name="unroll">Whether the steps stand one by one in the graph, however many there are.</param>
/// <param name="zeroOutputForMask">Whether the output of a masked time step is zero; else it is the output before it.</param>
public class RNN(
    RNNCell cell, bool returnSequences = false, bool returnState = false, bool goBackwards = false, bool stateful = false, bool unroll = false, bool zeroOutputForMask = false) : Layer
{
    [NotTracked]
    private KerasVariable[]? _kept;

    /// <summary>A recurrent layer over cells that feed each other at every time step.</summary>
    /// <param name="cells">The cells, the first one nearest to the input.</param>
    /// <param name="returnSequences">Whether the outputs of all time steps are given.</param>
    /// <param name="returnState">Whether the last states follow the output.</param>
    /// <param name="goBackwards">Whether time runs backwards.</param>
    /// <param name="stateful">Whether the states of a batch are the first of the next.</param>
    /// <param name="unroll">Whether the steps stand one by one in the graph.</param>
    public RNN(IReadOnlyList<RNNCell> cells, bool returnSequences = false, bool returnState = false, bool goBackwards = false, bool stateful = false, bool unroll = false)
        : this(new StackedRNNCells(cells), returnSequences, returnState, goBackwards, stateful, unroll)
    {
    }

    /// <summary>What one time step does.</summary>
    public RNNCell Cell { get; } = cell ?? throw new ArgumentNullException(nameof(cell), "A recurrent layer needs a cell.");

    /// <summary>Whether the outputs of all time steps are given.</summary>
    public bool ReturnSequences { get; } = returnSequences;

    /// <summary>Whether the last states follow the output.</summary>
    public bool ReturnState { get; } = returnState;

    /// <summary>Whether time runs backwards.</summary>
    public bool GoBackwards { get; } = goBackwards;

    /// <summary>Whether the states of a batch are the first of the next.</summary>
    public bool Stateful { get; } = stateful;

    /// <summary>Whether the steps stand one by one in the graph.</summary>
    public bool Unroll { get; } = unroll;

    /// <summary>Whether the output of a masked time step is zero; else it is the output before it.</summary>
    public bool ZeroOutputForMask { get; internal set; } = zeroOutputForMask;

    /// <inheritdoc/>
    public override bool SupportsMasking => true;

    /// <summary>The states that a stateful layer keeps from batch to batch; null before it is built and when it keeps none.</summary>
    public IReadOnlyList<KerasVariable>? States => _kept;

    /// <summary>Calls the layer, with first states where they are given.</summary>
    /// <param name="x">Input <c>(batch, time, …)</c>.</param>
    /// <param name="initialState">One tensor for each state; null: zeros, or the kept ones.</param>
    /// <param name="mask">True where a time step counts, <c>(batch, time)</c>; null: the one that travels with the input.</param>
    /// <param name="training">True in training; null: as the layer that calls.</param>
    /// <returns>The output, and with returnState the states: <c>var (y, h, c) = lstm.Apply(x)</c>.</returns>
    public Tensors Apply(Tensor x, Tensors? initialState = null, Tensor? mask = null, bool? training = null) => Invoke(x, Arguments(initialState, mask, training));

    /// <summary>Sets the kept states of a stateful layer to zero.</summary>
    public void ResetStates()
    {
        foreach (var state in _kept ?? [])
        {
            state.Assign(Ops.Zeros(state.Shape, state.DType));
        }
    }

    /// <summary>The name of the argument for first states, in calls and files.</summary>
    internal const string InitialState = "initial_state";

    internal static CallArguments Arguments(Tensors? initialState, Tensor? mask, bool? training) => new()
    {
        Masks = mask is null ? null : [mask],
        Training = training,
        Named = initialState is null ? new Dictionary<string, object?>() : new Dictionary<string, object?> { [InitialState] = initialState },
    };

    /// <inheritdoc/>
    protected override void Build(TensorShape input)
    {
        Cell.BuildInside([input.Remove(1)]);
        if (Stateful)
        {
            var batch = input[0] >= 0 ? input[0] : throw new ArgumentException(
                $"Layer '{Name}': when using `stateful=True` in a RNN, the batch size must be static. Found dynamic batch size: sequence.shape={input}. Declare it: Keras.Input(shape, batchSize: …).");
            _kept = [.. Cell.GetInitialState(batch).AsEnumerable().Select(s => new KerasVariable(Ops.Cast(s, DType.VariableDType), "rnn_state", trainable: false))];
        }
    }

    /// <inheritdoc/>
    protected override Tensors Call(Tensors inputs, CallContext context)
    {
        var x = inputs.Single();
        CheckInput(x);
        var batch = RawOps.Dim(x, 0);
        var states = FirstStates(batch, x.Shape[0], context.Argument<Tensors>(InitialState));
        var walk = new TimeWalk(GoBackwards, ReturnSequences, ZeroOutputForMask) { Unrolled = IsUnrolled(x) };
        Tensor output;
        using (Scopes.Enter(Cell.Name))
        {
            var (sequence, step) = Cell.Walk(TimeWalk.Swap(x), states, context.Training);
            (output, states) = walk.Run(sequence, step, states, context.Mask, first => Cell.ZeroOutput(batch, first));
        }

        output = Ops.Cast(output, DType.ComputeDType);
        states = [.. states.Select(s => Ops.Cast(s, DType.ComputeDType))];
        for (var i = 0; i < states.Length && _kept is not null; i++)
        {
            _kept[i].Assign(states[i]);
        }

        return ReturnState ? new Tensors([output, .. states]) : output;
    }

    /// <inheritdoc/>
    protected override IReadOnlyList<Tensor?> ComputeMasks(Tensors inputs, IReadOnlyList<Tensor?> masks)
    {
        var first = ReturnSequences && masks.Count > 0 ? masks[0] : null;
        return ReturnState ? [first, .. new Tensor?[Cell.StateSize.Count]] : [first];
    }

    private void CheckInput(Tensor x)
    {
        if (x.Rank < 3)
        {
            throw new ArgumentException($"Layer '{Name}' expects rank 3 or more (batch, time, …). Received: shape={x.Shape}. Add a Reshape layer before it.");
        }

        if (x.Shape[1] == 0)
        {
            throw new ArgumentException($"Layer '{Name}' received a sequence without time steps: shape={x.Shape}. Give at least one.");
        }

        if (Unroll && x.Shape[1] < 0)
        {
            throw new ArgumentException($"Layer '{Name}': cannot unroll a RNN if the time dimension is undefined. Received: shape={x.Shape}. Declare it in Keras.Input((steps, features)), or leave out unroll.");
        }

        if (_kept is not null && x.Shape[0] >= 0 && x.Shape[0] != _kept[0].Shape[0])
        {
            throw new ArgumentException(
                $"Layer '{Name}': if an RNN is stateful, the batch size of the input sequences must be the same as the batch size of the initial state. Expected batch size: {_kept[0].Shape[0]}. Received batch size: {x.Shape[0]}.");
        }
    }

    private bool IsUnrolled(Tensor x) => Unroll || (x.Shape[1] is >= 0 and <= TimeWalk.MostUnrolled && Graph.Current is not { DeclaredShapes: false });

    private Tensor[] FirstStates(Tensor batch, int size, Tensors? given)
    {
        if (given is not null && given.Count != Cell.StateSize.Count)
        {
            throw new ArgumentException($"Layer '{Name}' has {Cell.StateSize.Count} state(s), but was passed initialState={given.Count} tensor(s) of shapes {string.Join(", ", given.Select(t => t.Shape))}.");
        }

        if (given?.FirstOrDefault(s => s.Rank < 2 || (s.Shape[0] >= 0 && size >= 0 && s.Shape[0] != size)) is { } wrong)
        {
            throw new ArgumentException($"Layer '{Name}' received sequences of batch size {size} and a first state of shape {wrong.Shape}. Give a state for each sequence: (batch, units).");
        }

        var states = given ?? (_kept is null ? Cell.GetInitialState(batch) : new Tensors(_kept.Select(k => k.Value)));
        return [.. states.Select(s => Ops.Cast(s, Cell.DType.ComputeDType))];
    }
}
