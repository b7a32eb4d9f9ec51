namespace KerasNet;

public static partial class Ops
{
    /// <summary>Kronecker's product: each element of the one times the whole other.</summary>
    /// <remarks>Python: <c>keras.ops.kron</c>.</remarks>
    public static Tensor Kron(Tensor x1, Tensor x2) => Run("Kron", x1, x2, static (a, b) =>
    {
        (a, b) = PromoteArrays(a, b);
        var rank = Math.Max(a.Rank, b.Rank);
        (a, b) = (Raised(a, rank), Raised(b, rank));
        var (da, db) = (RawOps.DimsOf(a), RawOps.DimsOf(b));
        var one = RawOps.Scalar(1);
        var wide = RawOps.Mul(
            RawOps.Reshape(a, RawOps.Dims([.. da.SelectMany(d => new[] { d, one })])),
            RawOps.Reshape(b, RawOps.Dims([.. db.SelectMany(d => new[] { one, d })])));
        var shape = new TensorShape([.. Enumerable.Range(0, rank).Select(i => a.Shape[i] < 0 || b.Shape[i] < 0 ? -1 : a.Shape[i] * b.Shape[i])]);
        return RawOps.Reshape(wide, RawOps.Dims([.. da.Zip(db, RawOps.Mul)]), shape);
    });

    private static Tensor Raised(Tensor x, int rank)
    {
        while (x.Rank < rank)
        {
            x = RawOps.ExpandDims(x, 0);
        }

        return x;
    }
}
