namespace KerasNet;

public static partial class Ops
{
    /// <summary>0 up to −1, 1 from 1 on, a straight line between.</summary>
    /// <remarks>Python: <c>keras.ops.sparse_sigmoid</c>.</remarks>
    public static Tensor SparseSigmoid(Tensor x) => Run("SparseSigmoid", x, static t => RawOps.SelectV2(
        RawOps.LessEqual(t, Number(-1, t)), Number(0, t),
        RawOps.SelectV2(RawOps.GreaterEqual(t, Number(1, t)), Number(1, t), RawOps.Mul(Number(0.5, t), RawOps.AddV2(t, Number(1, t))))));
}
