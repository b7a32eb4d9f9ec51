namespace KerasNet;

public static partial class Ops
{
    /// <summary>Numbers in the place of NaN and of the infinities, which are by default the type's greatest and smallest.</summary>
    /// <remarks>Python: <c>keras.ops.nan_to_num</c>.</remarks>
    public static Tensor NanToNum(Tensor x, double nan = 0, double? posinf = null, double? neginf = null) =>
        Run("NanToNum", x, t => Numbers(t, nan, posinf, neginf), ("nan", nan), ("posinf", posinf), ("neginf", neginf));

    private static Tensor Numbers(Tensor x, double nan, double? posinf, double? neginf)
    {
        if (!x.DType.IsFloating())
        {
            return x;
        }

        var most = x.DType switch
        {
            DataType.Float64 => double.MaxValue,
            DataType.Float16 => (double)Half.MaxValue,
            DataType.BFloat16 => 3.3895313892515355e38,
            _ => float.MaxValue,
        };
        x = RawOps.SelectV2(RawOps.IsNan(x), RawOps.Scalar(nan, x.DType), x);
        x = RawOps.SelectV2(RawOps.Equal(x, RawOps.Scalar(double.PositiveInfinity, x.DType)), RawOps.Scalar(posinf ?? most, x.DType), x);
        return RawOps.SelectV2(RawOps.Equal(x, RawOps.Scalar(double.NegativeInfinity, x.DType)), RawOps.Scalar(neginf ?? -most, x.DType), x);
    }
}
