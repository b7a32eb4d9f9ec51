namespace KerasNet.Backends.Managed;

/// <summary>Error and gamma functions in double precision.</summary>
/// <remarks>Source: M. Abramowitz, I. A. Stegun, Handbook of Mathematical Functions, chapters 6, 7 and 23.</remarks>
internal static class SpecialFunctions
{
    private const int MostTerms = 500;
    private static readonly double _halfLogTwoPi = Math.Log(2 * Math.PI) / 2;

    // B(2k), k = 1…10.
    private static readonly double[] _bernoulli =
    [
        1.0 / 6, -1.0 / 30, 1.0 / 42, -1.0 / 30, 5.0 / 66, -691.0 / 2730, 7.0 / 6, -3617.0 / 510, 43867.0 / 798, -174611.0 / 330,
    ];

    public static double Erf(double x)
    {
        var a = Math.Abs(x);
        return double.IsNaN(x) ? x : a < 2 ? ErfSeries(x) : a > 6 ? Math.Sign(x) : Math.Sign(x) * (1 - ErfcFraction(a));
    }

    public static double Erfc(double x) =>
        double.IsNaN(x) ? x : x < -6 ? 2 : x < 0.5 ? 1 - Erf(x) : x < 2 ? ErfcMiddle(x) : x > 28 ? 0 : ErfcFraction(x);

    /// <summary>The number whose error function is <paramref name="y"/>.</summary>
    public static double ErfInverse(double y)
    {
        var a = Math.Abs(y);
        if (!(a < 1))
        {
            return a == 1 ? y * double.PositiveInfinity : double.NaN;
        }

        if (y == 0)
        {
            return y;
        }

        // Winitzki's approximation, then Halley's steps.
        var log = Math.Log((1 - a) * (1 + a));
        var t = (2 / (Math.PI * 0.147)) + (log / 2);
        var x = Math.Sqrt(Math.Max(Math.Sqrt((t * t) - (log / 0.147)) - t, 0));
        for (var i = 0; i < 4; i++)
        {
            var error = a < 0.5 ? Erf(x) - a : (1 - a) - Erfc(x);
            var step = error / (2 / Math.Sqrt(Math.PI) * Math.Exp(-x * x));
            x -= step / (1 + (x * step));
        }

        return Math.CopySign(x, y);
    }

    /// <summary>log |Γ(x)|.</summary>
    public static double LogGamma(double x)
    {
        if (double.IsNaN(x) || double.IsInfinity(x))
        {
            return double.IsNaN(x) ? x : double.PositiveInfinity;
        }

        if (x <= 0 && x == Math.Floor(x))
        {
            return double.PositiveInfinity;
        }

        if (x < 0.5)
        {
            return Math.Log(Math.PI / Math.Abs(Math.Sin(Math.PI * x))) - LogGamma(1 - x);
        }

        var shift = 1.0;
        for (; x < 15; x++)
        {
            shift *= x;
        }

        var (sum, power) = (0.0, x);
        for (var k = 1; k <= 8; k++, power *= x * x)
        {
            sum += _bernoulli[k - 1] / (2 * k * ((2 * k) - 1) * power);
        }

        return ((x - 0.5) * Math.Log(x)) - x + _halfLogTwoPi + sum - Math.Log(shift);
    }

    /// <summary>Derivative of log Γ(x).</summary>
    public static double Digamma(double x)
    {
        if (x <= 0)
        {
            return x == Math.Floor(x) ? double.NaN : Digamma(1 - x) - (Math.PI / Math.Tan(Math.PI * x));
        }

        var shift = 0.0;
        for (; x < 15; x++)
        {
            shift += 1 / x;
        }

        var (sum, power) = (0.0, x * x);
        for (var k = 1; k <= 8; k++, power *= x * x)
        {
            sum += _bernoulli[k - 1] / (2 * k * power);
        }

        return Math.Log(x) - (0.5 / x) - sum - shift;
    }

    /// <summary>Derivative of order <paramref name="n"/> of the digamma function, for positive x.</summary>
    public static double Polygamma(double n, double x)
    {
        if (n != Math.Floor(n) || n < 0)
        {
            return double.NaN;
        }

        return n == 0 ? Digamma(x) : (n % 2 == 0 ? -1 : 1) * Math.Exp(LogGamma(n + 1)) * Zeta(n + 1, x);
    }

    /// <summary>Hurwitz's zeta function, Σ (q + k)^-s, for s above 1 and positive q.</summary>
    public static double Zeta(double s, double q)
    {
        if (s <= 1 || !(q > 0))
        {
            return s == 1 || q == 0 ? double.PositiveInfinity : double.NaN;
        }

        var sum = 0.0;
        for (var k = 0; k < 12; k++, q++)
        {
            sum += Math.Pow(q, -s);
        }

        sum += (Math.Pow(q, 1 - s) / (s - 1)) + (Math.Pow(q, -s) / 2);
        var (factor, power) = (s / 2, Math.Pow(q, -s - 1));
        for (var k = 1; k <= _bernoulli.Length; k++)
        {
            sum += _bernoulli[k - 1] * factor * power;
            factor *= (s + (2 * k) - 1) * (s + (2 * k)) / (((2 * k) + 1) * ((2 * k) + 2));
            power /= q * q;
        }

        return sum;
    }

    /// <summary>A series without cancellation.</summary>
    private static double ErfSeries(double x)
    {
        var (sum, term) = (x, x);
        for (var n = 1; n < MostTerms && Math.Abs(term) > Math.Abs(sum) * 1e-17; n++)
        {
            term *= 2 * x * x / ((2 * n) + 1);
            sum += term;
        }

        return 2 / Math.Sqrt(Math.PI) * Math.Exp(-x * x) * sum;
    }

    /// <summary>The tail as a continued fraction, evaluated from its end.</summary>
    private static double ErfcFraction(double x, int depth = 120)
    {
        var tail = 0.0;
        for (var k = depth; k > 0; k--)
        {
            tail = k / 2.0 / (x + tail);
        }

        return Math.Exp(-x * x) / (Math.Sqrt(Math.PI) * (x + tail));
    }

    private static double ErfcMiddle(double x) => x < 1 ? 1 - ErfSeries(x) : ErfcFraction(x, 400);
}
