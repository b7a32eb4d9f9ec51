using System.Globalization;
using System.Numerics;

namespace KerasNet.Internal;

/// <summary>Numbers as Python's <c>format</c> writes them: exact decimal expansion, ties to even, <c>nan</c> and <c>inf</c>.</summary>
internal static class PythonNumber
{
    private static readonly CultureInfo s_invariant = CultureInfo.InvariantCulture;

    /// <summary>Python: <c>f"{value:.{decimals}f}"</c>.</summary>
    public static string Fixed(double value, int decimals)
    {
        if (!double.IsFinite(value))
        {
            return NotFinite(value);
        }

        string digits = Round(value, decimals).ToString(s_invariant).PadLeft(decimals + 1, '0');
        string sign = double.IsNegative(value) ? "-" : "";
        return decimals == 0 ? sign + digits : $"{sign}{digits[..^decimals]}.{digits[^decimals..]}";
    }

    /// <summary>Python: <c>f"{value:.{decimals}e}"</c>.</summary>
    public static string Exponential(double value, int decimals)
    {
        if (!double.IsFinite(value))
        {
            return NotFinite(value);
        }

        int exponent = value == 0 ? 0 : (int)Math.Floor(Math.Log10(Math.Abs(value))) - 1;      // too small by at most two
        string digits = Round(value, decimals - exponent).ToString(s_invariant);
        while (digits.Length > decimals + 1)
        {
            digits = Round(value, decimals - ++exponent).ToString(s_invariant);
        }

        digits = digits.PadRight(decimals + 1, '0');
        string sign = double.IsNegative(value) ? "-" : "";
        string mantissa = decimals == 0 ? digits : $"{digits[0]}.{digits[1..]}";
        return $"{sign}{mantissa}e{(exponent < 0 ? '-' : '+')}{Math.Abs(exponent):00}";
    }

    /// <summary>Python: <c>repr(value)</c>: the shortest digits that give the same float64 again.</summary>
    public static string Repr(double value) => double.IsFinite(value) ? Lay(value.ToString("R", s_invariant)) : NotFinite(value);

    /// <summary>Python: <c>str(numpy.float32(value))</c>.</summary>
    public static string Repr(float value) => float.IsFinite(value) ? Lay(value.ToString("R", s_invariant)) : NotFinite(value);

    /// <summary>.NET's shortest digits in Python's form: with an exponent below 1e-4 and from 1e16 on, else with a point.</summary>
    private static string Lay(string text)
    {
        string sign = text[0] == '-' ? "-" : "";
        string[] parts = text[sign.Length..].Split('E');
        int point = parts[0].IndexOf('.') is >= 0 and var at ? at : parts[0].Length;
        string digits = parts[0].Replace(".", "");
        int zeros = digits.Length - digits.TrimStart('0').Length;
        digits = digits.Trim('0');
        if (digits.Length == 0)
        {
            return sign + "0.0";
        }

        int exponent = point - zeros - 1 + (parts.Length > 1 ? int.Parse(parts[1], s_invariant) : 0);
        return sign + exponent switch
        {
            < -4 or >= 16 => $"{digits[0]}{(digits.Length > 1 ? "." + digits[1..] : "")}e{(exponent < 0 ? '-' : '+')}{Math.Abs(exponent):00}",
            < 0 => "0." + new string('0', -exponent - 1) + digits,
            _ => digits.Length <= exponent + 1 ? digits.PadRight(exponent + 1, '0') + ".0" : $"{digits[..(exponent + 1)]}.{digits[(exponent + 1)..]}",
        };
    }

    /// <summary>|value| · 10^decimals, rounded to an integer without any error before the rounding; ties go to the even one.</summary>
    private static BigInteger Round(double value, int decimals)
    {
        long bits = BitConverter.DoubleToInt64Bits(value);
        int exponent = (int)((bits >> 52) & 0x7FF);
        BigInteger numerator = exponent == 0 ? bits & 0xFFFFFFFFFFFFF : (bits & 0xFFFFFFFFFFFFF) | (1L << 52);
        BigInteger denominator = BigInteger.One;
        int shift = Math.Max(exponent, 1) - 1075;
        if (shift > 0)
        {
            numerator <<= shift;
        }
        else
        {
            denominator <<= -shift;
        }

        if (decimals > 0)
        {
            numerator *= BigInteger.Pow(10, decimals);
        }
        else
        {
            denominator *= BigInteger.Pow(10, -decimals);
        }

        BigInteger quotient = BigInteger.DivRem(numerator, denominator, out BigInteger rest);
        int half = (rest * 2).CompareTo(denominator);
        return half > 0 || (half == 0 && !quotient.IsEven) ? quotient + 1 : quotient;
    }

    private static string NotFinite(double value) => double.IsNaN(value) ? "nan" : value > 0 ? "inf" : "-inf";
}
