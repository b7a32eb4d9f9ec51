namespace KerasNet;

public static partial class Ops
{
    /// <summary>Elements without their fraction.</summary>
    /// <remarks>Python: <c>keras.ops.trunc</c>.</remarks>
    public static Tensor Trunc(Tensor x) => Run("Trunc", x, static t => t.DType.IsFloating() ? RawOps.SelectV2(RawOps.Less(t, RawOps.Scalar(0, t.DType)), RawOps.Ceil(t), RawOps.Floor(t)) : t);
}
