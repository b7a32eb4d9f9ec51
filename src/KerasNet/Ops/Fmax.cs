namespace KerasNet;

public static partial class Ops
{
    /// <summary>The greater of two elements, with broadcasting; a number wins over NaN.</summary>
    /// <remarks>Python: <c>keras.ops.fmax</c>.</remarks>
    public static Tensor Fmax(Tensor x1, Tensor x2) => Run("Fmax", x1, x2, static (a, b) =>
    {
        (a, b) = Promote(a, b);
        if (!a.DType.IsFloating())
        {
            return RawOps.Maximum(a, b);
        }

        return RawOps.SelectV2(RawOps.IsNan(a), b, RawOps.SelectV2(RawOps.IsNan(b), a, RawOps.Maximum(a, b)));
    });
}
