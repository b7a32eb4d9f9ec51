namespace KerasNet.Losses;

/// <summary>Targets and predictions whose ranks differ by an axis of size 1.</summary>
internal static class Ranks
{
    /// <summary>Brings both to one rank: a last axis of size 1 is taken away from the one that has it, or given to a vector.</summary>
    public static (Tensor A, Tensor B) Match(Tensor a, Tensor b, bool expandRank1 = true)
    {
        if (a.Rank == b.Rank + 1 && a.Shape[^1] == 1)
        {
            return b.Rank == 1 && expandRank1 ? (a, Ops.ExpandDims(b, -1)) : (Ops.Squeeze(a, -1), b);
        }

        if (b.Rank == a.Rank + 1 && b.Shape[^1] == 1)
        {
            return a.Rank == 1 && expandRank1 ? (Ops.ExpandDims(a, -1), b) : (a, Ops.Squeeze(b, -1));
        }

        return (a, b);
    }

    public static OutputKind KindOf(TensorShape yTrue, TensorShape yPred) =>
        yPred[^1] == 1 ? OutputKind.Binary
        : yTrue.Rank < yPred.Rank || (yTrue[^1] == 1 && yPred[^1] > 1) ? OutputKind.Sparse
        : OutputKind.Categorical;
}
