namespace KerasNet;

public static partial class Ops
{
    /// <summary>The smaller of two elements, with broadcasting; a number wins over NaN.</summary>
    /// <remarks>Python: <c>keras.ops.fmin</c>.</remarks>
    public static Tensor Fmin(Tensor x1, Tensor x2) => Run("Fmin", x1, x2, static (a, b) =>
    {
        (a, b) = Promote(a, b);
        if (!a.DType.IsFloating())
        {
            return RawOps.Minimum(a, b);
        }

        return RawOps.SelectV2(RawOps.IsNan(a), b, RawOps.SelectV2(RawOps.IsNan(b), a, RawOps.Minimum(a, b)));
    });
}
