namespace KerasNet;

public static partial class Ops
{
    /// <summary>Greatest common divisors of whole numbers.</summary>
    /// <remarks>Python: <c>keras.ops.gcd</c>.</remarks>
    /// <exception cref="ArgumentException">The numbers are not whole.</exception>
    public static Tensor Gcd(Tensor x1, Tensor x2) => Run("Gcd", x1, x2, static (a, b) => CommonDivisor(a, b, "gcd"));

    /// <summary>Least common multiples of whole numbers.</summary>
    /// <remarks>Python: <c>keras.ops.lcm</c>.</remarks>
    /// <exception cref="ArgumentException">The numbers are not whole.</exception>
    public static Tensor Lcm(Tensor x1, Tensor x2) => Run("Lcm", x1, x2, static (a, b) =>
    {
        var divisor = CommonDivisor(a, b, "lcm");
        (a, b) = PromoteArrays(a, b);
        var (zero, one) = (RawOps.Scalar(0, divisor.DType), RawOps.Scalar(1, divisor.DType));
        var none = RawOps.Equal(divisor, zero);
        var multiple = RawOps.Mul(AbsoluteValue(a), RawOps.FloorDiv(AbsoluteValue(b), RawOps.SelectV2(none, one, divisor)));
        return RawOps.SelectV2(none, zero, multiple);
    });

    private static Tensor CommonDivisor(Tensor a, Tensor b, string name)
    {
        (a, b) = PromoteArrays(a, b);
        if (!a.DType.IsInteger())
        {
            throw new ArgumentException($"Arguments to {name} must be integers. Received: dtype={a.DType.Name()}");
        }

        (a, b) = (AbsoluteValue(a), AbsoluteValue(b));
        var (zero, one) = (RawOps.Scalar(0, a.DType), RawOps.Scalar(1, a.DType));
        (a, b) = (RawOps.AddV2(a, RawOps.ZerosLike(b)), RawOps.AddV2(b, RawOps.ZerosLike(a)));

        // Euclid's algorithm needs the most steps for neighbours in Fibonacci's row: 1.44 for each bit and one more.
        var steps = (int)Math.Ceiling(1.4405 * 8 * a.DType.Size()) + 1;
        for (var i = 0; i < steps; i++)
        {
            if (b.IsConcrete && !RawOps.Any(RawOps.NotEqual(b, zero), RawOps.Constant([.. Enumerable.Range(0, b.Rank)])).AsSpan<bool>()[0])
            {
                break;
            }

            var done = RawOps.Equal(b, zero);
            var rest = RawOps.FloorMod(a, RawOps.SelectV2(done, one, b));
            (a, b) = (RawOps.SelectV2(done, a, b), RawOps.SelectV2(done, zero, rest));
        }

        return a;
    }
}
