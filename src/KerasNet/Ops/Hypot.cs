namespace KerasNet;

public static partial class Ops
{
    /// <summary>Elementwise √(x1² + x2²) without overflow, with broadcasting.</summary>
    /// <remarks>Python: <c>keras.ops.hypot</c>.</remarks>
    public static Tensor Hypot(Tensor x1, Tensor x2) => Run("Hypot", x1, x2, static (a, b) =>
    {
        (a, b) = PromoteArrays(a, b);
        var type = a.DType.IsFloating() ? a.DType : a.DType == DataType.Int64 ? DataType.Float64 : Keras.Config.FloatX;
        (a, b) = (RawOps.Cast(a, type), RawOps.Cast(b, type));
        (a, b) = (RawOps.Abs(a), RawOps.Abs(b));
        var longer = RawOps.Maximum(a, b);
        var ratio = RawOps.DivNoNan(RawOps.Minimum(a, b), longer);
        return RawOps.Mul(longer, RawOps.Sqrt(RawOps.AddV2(RawOps.Scalar(1, type), RawOps.Square(ratio))));
    });
}
