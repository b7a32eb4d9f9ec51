namespace KerasNet;

public static partial class Ops
{
    /// <summary>Numbers whose logarithms lie at equal distances from <paramref name="start"/> to <paramref name="stop"/>.</summary>
    /// <remarks>Python: <c>keras.ops.logspace</c>.</remarks>
    public static Tensor Logspace(Tensor start, Tensor stop, int num = 50, bool endpoint = true, double @base = 10, DataType? dtype = null, int axis = 0) => Run(
        "Logspace",
        start,
        stop,
        (a, b) =>
        {
            var powers = Linspace(a, b, num, endpoint, dtype, axis);
            return RawOps.Pow(RawOps.Scalar(@base, powers.DType), powers);
        },
        ("num", num),
        ("endpoint", endpoint),
        ("base", @base),
        ("dtype", dtype),
        ("axis", axis));
}
