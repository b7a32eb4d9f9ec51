namespace KerasNet;

public static partial class Ops
{
    /// <summary>Tensors one behind the other: along axis 2.</summary>
    /// <remarks>Python: <c>keras.ops.dstack</c>.</remarks>
    public static Tensor Dstack(Tensors xs) => Run("Dstack", [.. xs], t => RawOps.ConcatV2(
        [.. Promote(t).Select(x => x.Rank switch
        {
            0 => RawOps.Reshape(x, (1, 1, 1)),
            1 => RawOps.ExpandDims(RawOps.ExpandDims(x, 0), 2),
            2 => RawOps.ExpandDims(x, 2),
            _ => x,
        })],
        2));
}
