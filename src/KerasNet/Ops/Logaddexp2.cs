namespace KerasNet;

public static partial class Ops
{
    /// <summary>Elementwise log2(2^x1 + 2^x2) without overflow, with broadcasting.</summary>
    /// <remarks>Python: <c>keras.ops.logaddexp2</c>.</remarks>
    public static Tensor Logaddexp2(Tensor x1, Tensor x2) => Run("Logaddexp2", x1, x2, static (a, b) =>
    {
        (a, b) = PromoteArrays(a, b);
        (a, b) = (ToFloat(a), ToFloat(b));
        var difference = RawOps.Sub(a, b);
        var log2 = RawOps.Scalar(Math.Log(2), a.DType);
        var more = RawOps.RealDiv(RawOps.Log1p(RawOps.Exp(RawOps.Neg(RawOps.Mul(RawOps.Abs(difference), log2)))), log2);
        return RawOps.SelectV2(RawOps.IsNan(difference), RawOps.AddV2(a, b), RawOps.AddV2(RawOps.Maximum(a, b), more));
    });
}
