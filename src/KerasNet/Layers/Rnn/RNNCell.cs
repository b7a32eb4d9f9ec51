using KerasNet.Graphs;

namespace KerasNet.Layers;

/// <summary>One time step of a recurrent layer: from an input and states to an output and the next states. Own cells override <see cref="StateSize"/> and <see cref="Call(Tensor, Tensors, CallContext)"/>.</summary>
/// <remarks>Python: a cell as <c>keras.layers.RNN</c> takes it, a layer with <c>state_size</c> and <c>call(inputs, states)</c>.</remarks>
/// <example><code>
/// sealed class MinimalRNNCell(int units) : RNNCell
/// {
///     private KerasVariable _kernel = null!, _recurrentKernel = null!;
///     public int Units { get; } = units;
///     public override IReadOnlyList&lt;int&gt; StateSize => [Units];
///     protected override void Build(TensorShape input)
///     {
///         _kernel = AddWeight("kernel", [input[^1], Units], "uniform");
///         _recurrentKernel = AddWeight("recurrent_kernel", [Units, Units], "uniform");
///     }
///     protected override (Tensor Output, Tensors States) Call(Tensor x, Tensors states, CallContext context)
///     {
///         var output = Ops.MatMul(x, _kernel) + Ops.MatMul(states[0], _recurrentKernel);
///         return (output, output);
///     }
/// }
/// var layer = new RNN(new MinimalRNNCell(32));
/// </code></example>
public abstract class RNNCell : Layer
{
    private const string StatesArgument = "states";

    /// <summary>Size of each state, without the batch axis.</summary>
    public abstract IReadOnlyList<int> StateSize { get; }

    /// <summary>Size of the output; that of the first state unless overridden.</summary>
    public virtual int OutputSize => StateSize[0];

    /// <summary>Calls the cell for one time step.</summary>
    /// <param name="x">Input <c>(batch, features)</c>.</param>
    /// <param name="states">The states before.</param>
    /// <param name="training">True in training; null: as the layer that calls.</param>
    /// <returns>The output, then the states after: <c>var (y, h, c) = cell.Apply(x, [h, c])</c>.</returns>
    public Tensors Apply(Tensor x, Tensors states, bool? training = null) =>
        Invoke(x, new CallArguments { Training = training, Named = new Dictionary<string, object?> { [StatesArgument] = states } });

    /// <summary>The states before the first time step: zeros.</summary>
    /// <param name="batchSize">Number of sequences: a number, or a scalar that is known when the graph runs.</param>
    public virtual Tensors GetInitialState(Tensor batchSize) => new(StateSize.Select(size => Ops.Zeros([batchSize, size], DType.ComputeDType)));

    /// <summary>Computes one time step.</summary>
    /// <param name="x">Input <c>(batch, features)</c>.</param>
    /// <param name="states">The states before.</param>
    /// <param name="context">Training or not.</param>
    /// <returns>The output and the states after.</returns>
    protected abstract (Tensor Output, Tensors States) Call(Tensor x, Tensors states, CallContext context);

    /// <inheritdoc/>
    protected sealed override Tensors Call(Tensors inputs, CallContext context)
    {
        // In a file the states may stand behind the input, as Python's positional arguments.
        var states = context.Argument<Tensors>(StatesArgument) ?? new Tensors(inputs.Skip(1));
        if (states.Count != StateSize.Count)
        {
            throw new ArgumentException($"Cell '{Name}' has {StateSize.Count} state(s). Received: {states.Count} tensor(s) of shapes {string.Join(", ", states.Select(s => s.Shape))}. Call it with cell.Apply(x, states).");
        }

        Tensor x = inputs[0];
        if (states.FirstOrDefault(s => x.Shape[0] >= 0 && s.Shape[0] >= 0 && s.Shape[0] != x.Shape[0]) is { } other)
        {
            throw new ArgumentException($"Cell '{Name}' received an input of batch size {x.Shape[0]} and a state of shape {other.Shape}. Give a state for each sequence.");
        }

        var (output, next) = Call(x, states, context);
        return new Tensors([output, .. next]);
    }

    /// <summary>Zeros of the output's shape, for masked steps before the first output.</summary>
    internal virtual Tensor ZeroOutput(Tensor batchSize, Tensor[] states) => Ops.Zeros([batchSize, OutputSize], DType.ComputeDType);

    /// <summary>Makes the cell ready for many steps: dropout masks are drawn here, once.</summary>
    /// <param name="like">A tensor of the shape of a step's input.</param>
    /// <param name="states">The first states.</param>
    /// <param name="training">Whether dropout acts.</param>
    internal virtual CellStep Begin(Tensor like, Tensor[] states, bool training) => (x, before) =>
    {
        var results = Apply(x, before, training);
        return (results[0], [.. results.Skip(1)]);
    };

    /// <summary>Makes the cell ready to walk over a sequence, whose part that needs no state is computed at once.</summary>
    /// <param name="sequence">Inputs of all steps, <c>(time, batch, …)</c>.</param>
    /// <param name="states">The first states.</param>
    /// <param name="training">Whether dropout acts.</param>
    internal virtual (Tensor Sequence, CellStep Step) Walk(Tensor sequence, Tensor[] states, bool training) =>
        (sequence, Begin(RawOps.StridedSlice(sequence, 0), states, training));
}
