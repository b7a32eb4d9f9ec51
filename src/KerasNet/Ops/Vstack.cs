namespace KerasNet;

public static partial class Ops
{
    /// <summary>Tensors one below the other: along axis 0, vectors as rows.</summary>
    /// <remarks>Python: <c>keras.ops.vstack</c>.</remarks>
    public static Tensor Vstack(Tensors xs) => Run("Vstack", [.. xs], t =>
        RawOps.ConcatV2([.. Promote(t).Select(x => x.Rank == 0 ? RawOps.Reshape(x, (1, 1)) : x.Rank == 1 ? RawOps.ExpandDims(x, 0) : x)], 0));
}
