namespace KerasNet;

public static partial class Ops
{
    /// <summary>The next number that float64 holds after <paramref name="x1"/> in the direction of <paramref name="x2"/>.</summary>
    /// <remarks>Python: <c>keras.ops.nextafter</c>.</remarks>
    public static Tensor Nextafter(Tensor x1, Tensor x2) => Run("Nextafter", x1, x2, static (a, b) =>
    {
        var type = DTypePromotion.Of(a.DType, b.DType);
        return RawOps.Cast(RawOps.NextAfter(RawOps.Cast(a, DataType.Float64), RawOps.Cast(b, DataType.Float64)), type.IsFloating() ? type : Keras.Config.FloatX);
    });
}
