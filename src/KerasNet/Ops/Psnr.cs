namespace KerasNet;

public static partial class Ops
{
    /// <summary>Peak signal-to-noise ratio of two images, in decibels.</summary>
    /// <remarks>Python: <c>keras.ops.psnr</c>.</remarks>
    /// <exception cref="ArgumentException">The shapes differ.</exception>
    public static Tensor Psnr(Tensor x1, Tensor x2, double maxVal) => Run("PSNR", x1, x2, (a, b) =>
    {
        (a, b) = Promote(a, b);
        if (!a.Shape.IsCompatibleWith(b.Shape))
        {
            throw new ArgumentException($"Input shapes {a.Shape} and {b.Shape} must match for PSNR calculation.", nameof(x2));
        }

        var mean = ToFloat(RawOps.Mean(RawOps.SquaredDifference(a, b), Axes(a, null)));
        return RawOps.Sub(Number(20 * Math.Log10(maxVal), mean), RawOps.Mul(Number(10 / Math.Log(10), mean), RawOps.Log(mean)));
    }, ("max_val", maxVal));
}
