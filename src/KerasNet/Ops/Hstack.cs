namespace KerasNet;

public static partial class Ops
{
    /// <summary>Tensors side by side: along axis 1, vectors along axis 0.</summary>
    /// <remarks>Python: <c>keras.ops.hstack</c>.</remarks>
    public static Tensor Hstack(Tensors xs) => Run("Hstack", [.. xs], t =>
    {
        Tensor[] rows = [.. Promote(t).Select(x => x.Rank == 0 ? RawOps.ExpandDims(x, 0) : x)];
        return RawOps.ConcatV2(rows, rows[0].Rank == 1 ? 0 : 1);
    });
}
