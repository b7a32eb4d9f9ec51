namespace KerasNet;

public static partial class Ops
{
    /// <summary>Complex numbers of their absolute values and angles.</summary>
    /// <remarks>Python: <c>keras.ops.polar</c>.</remarks>
    /// <param name="abs">Absolute values.</param>
    /// <param name="angle">Angles in radians.</param>
    public static Tensor Polar(Tensor abs, Tensor angle) => Run("Polar", abs, angle, static (a, b) =>
    {
        (a, b) = Promote(ToFloat(a), ToFloat(b));
        return RawOps.Complex(RawOps.Mul(a, RawOps.Cos(b)), RawOps.Mul(a, RawOps.Sin(b)));
    });
}
