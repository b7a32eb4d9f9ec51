namespace KerasNet;

public static partial class Ops
{
    /// <summary>Elementwise sin(πx) / πx; 1 at 0.</summary>
    /// <remarks>Python: <c>keras.ops.sinc</c>.</remarks>
    public static Tensor Sinc(Tensor x) => Run("Sinc", x, static t =>
    {
        var wide = ToFloat(t);
        var angle = RawOps.Mul(wide, RawOps.Scalar(Math.PI, wide.DType));
        return RawOps.SelectV2(RawOps.Equal(wide, RawOps.Scalar(0, wide.DType)), RawOps.OnesLike(wide), RawOps.RealDiv(RawOps.Sin(angle), angle));
    });
}
