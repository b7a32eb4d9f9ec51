using KerasNet.Internal;

namespace KerasNet.Layers;

/// <summary>Cells that feed each other at every time step, as one cell.</summary>
/// <remarks>Python: <c>keras.layers.StackedRNNCells</c>. The states are those of the first cell, then those of the second, and so on.</remarks>
/// <param name="cells">The cells, the first one nearest to the input.</param>
/// <exception cref="ArgumentException">There is no cell.</exception>
public sealed class StackedRNNCells(IReadOnlyList<RNNCell> cells) : RNNCell
{
    /// <summary>The cells, the first one nearest to the input.</summary>
    public IReadOnlyList<RNNCell> Cells { get; } = Require.NotEmpty<RNNCell>([.. cells]);

    /// <inheritdoc/>
    public override IReadOnlyList<int> StateSize => [.. Cells.SelectMany(c => c.StateSize)];

    /// <inheritdoc/>
    public override int OutputSize => Cells[^1].OutputSize;

    /// <inheritdoc/>
    public override Tensors GetInitialState(Tensor batchSize) => new(Cells.SelectMany(c => c.GetInitialState(batchSize)));

    /// <inheritdoc/>
    protected override void Build(TensorShape input)
    {
        foreach (var cell in Cells)
        {
            cell.BuildInside([input]);
            input = [input[0] < 0 ? null : input[0], cell.OutputSize];
        }
    }

    /// <inheritdoc/>
    protected override (Tensor Output, Tensors States) Call(Tensor x, Tensors states, CallContext context) => Begin(x, [.. states], context.Training)(x, [.. states]);

    internal override Tensor ZeroOutput(Tensor batchSize, Tensor[] states) => Cells[^1].ZeroOutput(batchSize, Own(states, Cells.Count - 1));

    internal override CellStep Begin(Tensor like, Tensor[] states, bool training) => Chain(Cells[0].Begin(like, Own(states, 0), training), states, training);

    internal override (Tensor Sequence, CellStep Step) Walk(Tensor sequence, Tensor[] states, bool training)
    {
        var (projected, first) = Cells[0].Walk(sequence, Own(states, 0), training);
        return (projected, Chain(first, states, training));
    }

    private CellStep Chain(CellStep first, Tensor[] states, bool training)
    {
        var batch = RawOps.Dim(states[0], 0);
        CellStep[] steps = [first, .. Enumerable.Range(1, Cells.Count - 1).Select(i =>
            Cells[i].Begin(Cells[i - 1].ZeroOutput(batch, Own(states, i - 1)), Own(states, i), training))];
        return (x, before) =>
        {
            var next = new List<Tensor>();
            for (var i = 0; i < steps.Length; i++)
            {
                (x, var own) = steps[i](x, Own(before, i));
                next.AddRange(own);
            }

            return (x, [.. next]);
        };
    }

    /// <summary>The part of the states that belongs to a cell.</summary>
    private Tensor[] Own(Tensor[] states, int cell)
    {
        var start = Cells.Take(cell).Sum(c => c.StateSize.Count);
        return states[start..(start + Cells[cell].StateSize.Count)];
    }
}
