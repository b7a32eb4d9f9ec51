namespace KerasNet;

public static partial class Ops
{
    /// <summary>Elements rounded to a number of decimals, halves to even; negative decimals round before the point.</summary>
    /// <remarks>Python: <c>keras.ops.round</c>.</remarks>
    public static Tensor Round(Tensor x, int decimals = 0) => Run("Round", x, t => Rounded(t, decimals), ("decimals", decimals));

    private static Tensor Rounded(Tensor x, int decimals)
    {
        if (decimals == 0)
        {
            return x.DType.IsInteger() || x.DType == DataType.Bool ? x : RawOps.Round(x);
        }

        if (!x.DType.IsFloating() && decimals > 0)
        {
            return x;
        }

        var wide = ToFloat(x);
        var factor = RawOps.Scalar(Math.Pow(10, decimals), wide.DType);
        return RawOps.Cast(RawOps.RealDiv(RawOps.Round(RawOps.Mul(wide, factor)), factor), x.DType);
    }
}
