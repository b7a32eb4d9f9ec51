namespace KerasNet;

public static partial class Ops
{
    /// <summary>Angles of complex numbers, from -π to π; of real ones 0, or π where they are negative.</summary>
    /// <remarks>Python: <c>keras.ops.angle</c>.</remarks>
    public static Tensor Angle(Tensor x) => Run("Angle", x, static t =>
    {
        if (t.DType.IsComplex())
        {
            return RawOps.Atan2(RawOps.Imag(t), RawOps.Real(t));
        }

        var wide = ToFloat(t);
        return RawOps.SelectV2(RawOps.Less(wide, Number(0, wide)), Number(Math.PI, wide), Number(0, wide));
    });
}
