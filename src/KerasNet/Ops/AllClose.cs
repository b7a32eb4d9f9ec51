namespace KerasNet;

public static partial class Ops
{
    /// <summary>One bool: whether |x1 - x2| ≤ atol + rtol |x2| everywhere, with broadcasting.</summary>
    /// <remarks>Python: <c>keras.ops.allclose</c>.</remarks>
    public static Tensor AllClose(Tensor x1, Tensor x2, double rtol = 1e-5, double atol = 1e-8, bool equalNan = false) => Run(
        "AllClose",
        x1,
        x2,
        (a, b) =>
        {
            var close = IsClose(a, b, rtol, atol, equalNan);
            return RawOps.All(close, Axes(close, null));
        },
        ("rtol", rtol),
        ("atol", atol),
        ("equal_nan", equalNan));
}
