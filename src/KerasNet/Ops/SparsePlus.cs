namespace KerasNet;

public static partial class Ops
{
    /// <summary>0 up to −1, <c>x</c> from 1 on, a parabola between.</summary>
    /// <remarks>Python: <c>keras.ops.sparse_plus</c>.</remarks>
    public static Tensor SparsePlus(Tensor x) => Run("SparsePlus", x, static t => RawOps.SelectV2(
        RawOps.LessEqual(t, Number(-1, t)), Number(0, t),
        RawOps.SelectV2(RawOps.Less(t, Number(1, t)), RawOps.Mul(Number(0.25, t), RawOps.Square(RawOps.AddV2(t, Number(1, t)))), t)));
}
