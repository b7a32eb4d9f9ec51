namespace KerasNet;

public static partial class Ops
{
    /// <summary>Elementwise cube root.</summary>
    /// <remarks>Python: <c>keras.ops.cbrt</c>.</remarks>
    public static Tensor Cbrt(Tensor x) => Run("Cbrt", x, static t =>
    {
        var wide = t.DType == DataType.Int64 ? RawOps.Cast(t, DataType.Float64) : ToFloat(t);
        return RawOps.Mul(RawOps.Sign(wide), RawOps.Pow(RawOps.Abs(wide), RawOps.Scalar(1.0 / 3, wide.DType)));
    });
}
