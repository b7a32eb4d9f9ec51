namespace KerasNet;

public static partial class Ops
{
    /// <summary>Numbers from <paramref name="start"/> to <paramref name="stop"/>, each the same multiple of the one before.</summary>
    /// <remarks>Python: <c>keras.ops.geomspace</c>.</remarks>
    /// <param name="start">First number; not 0.</param>
    /// <param name="stop">Last number, of the same sign.</param>
    /// <param name="num">How many.</param>
    /// <param name="endpoint">Whether the last number is among them.</param>
    /// <param name="dtype">Type; null: the operands', as a float.</param>
    /// <param name="axis">Axis of the numbers.</param>
    public static Tensor Geomspace(Tensor start, Tensor stop, int num = 50, bool endpoint = true, DataType? dtype = null, int axis = 0) => Run(
        "Geomspace",
        start,
        stop,
        (a, b) =>
        {
            var type = dtype ?? Keras.Config.FloatX;
            Tensor Power(Tensor x) => RawOps.RealDiv(RawOps.Log(RawOps.Cast(AbsoluteValue(x), type)), RawOps.Scalar(Math.Log(10), type));
            var numbers = Logspace(Power(a), Power(b), num, endpoint, 10, dtype, axis);
            return RawOps.Mul(numbers, RawOps.Cast(RawOps.Sign(RawOps.Cast(a, type)), numbers.DType));
        },
        ("num", num),
        ("endpoint", endpoint),
        ("dtype", dtype),
        ("axis", axis));
}
