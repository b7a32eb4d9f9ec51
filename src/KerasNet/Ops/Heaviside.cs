namespace KerasNet;

public static partial class Ops
{
    /// <summary>0 where x1 is negative, 1 where it is positive, x2 where it is 0.</summary>
    /// <remarks>Python: <c>keras.ops.heaviside</c>.</remarks>
    public static Tensor Heaviside(Tensor x1, Tensor x2) => Run("Heaviside", x1, x2, static (a, b) =>
    {
        (a, b) = PromoteArrays(a, b);
        var type = a.DType.IsFloating() ? a.DType : a.DType == DataType.Int64 ? DataType.Float64 : Keras.Config.FloatX;
        (a, b) = (RawOps.Cast(a, type), RawOps.Cast(b, type));
        var zero = RawOps.Scalar(0, type);
        return RawOps.SelectV2(RawOps.Less(a, zero), zero, RawOps.SelectV2(RawOps.Greater(a, zero), RawOps.Scalar(1, type), b));
    });
}
