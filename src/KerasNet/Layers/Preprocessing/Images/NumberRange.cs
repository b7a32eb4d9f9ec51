using System.Globalization;
using System.Runtime.CompilerServices;
using KerasNet.Saving;

namespace KerasNet.Layers;

/// <summary>A number, or a lower and an upper one: factors and value ranges of image layers. Converts from <c>0.2</c>, <c>(0.1, 0.3)</c> and <c>[0.1, 0.3]</c>.</summary>
[CollectionBuilder(typeof(NumberRange), nameof(Create))]
public readonly record struct NumberRange : IConfigValue, IEnumerable<double>
{
    private readonly double[]? _numbers;

    private NumberRange(double[] numbers, bool isNumber) => (_numbers, IsNumber) = (numbers, isNumber);

    /// <summary>True for one bare number.</summary>
    public bool IsNumber { get; }

    /// <summary>The first number.</summary>
    public double Lower => Numbers[0];

    /// <summary>The last number.</summary>
    public double Upper => Numbers[^1];

    object? IConfigValue.ConfigValue => IsNumber ? Lower : Numbers;

    internal double[] Numbers => _numbers ?? [0];

    /// <summary>Makes a range from a collection expression.</summary>
    public static NumberRange Create(ReadOnlySpan<double> numbers) => new(numbers.ToArray(), false);

    /// <inheritdoc/>
    public IEnumerator<double> GetEnumerator() => ((IEnumerable<double>)Numbers).GetEnumerator();

    System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => GetEnumerator();

    /// <inheritdoc/>
    public bool Equals(NumberRange other) => IsNumber == other.IsNumber && Numbers.SequenceEqual(other.Numbers);

    /// <inheritdoc/>
    public override int GetHashCode() => Numbers.Aggregate(0, HashCode.Combine);

    /// <summary>Python's way of writing it.</summary>
    public override string ToString() => IsNumber ? Text(Lower) : $"({string.Join(", ", Numbers.Select(Text))})";

    /// <summary>One number.</summary>
    public static implicit operator NumberRange(double number) => new([number], true);

    /// <summary>A lower and an upper number.</summary>
    public static implicit operator NumberRange((double Lower, double Upper) numbers) => new([numbers.Lower, numbers.Upper], false);

    /// <summary>Numbers.</summary>
    public static implicit operator NumberRange(double[] numbers) => new([.. numbers], false);

    /// <summary>A factor as Keras keeps it: a number f stands for the range from -f, or the bound, to f.</summary>
    internal NumberRange Within(double low, double high, string name)
    {
        if ((!IsNumber && Numbers.Length != 2) || Lower > high || Upper < low || (IsNumber && (Lower < low || Lower > high)))
        {
            throw new ArgumentException($"The `{name}` argument should be a number (or a list of two numbers) in the range [{Text(low)}, {Text(high)}]. Received: {name}={this}", name);
        }

        return IsNumber ? (Math.Max(-Math.Abs(Lower), low), Math.Abs(Lower)) : Sorted();
    }

    /// <summary>A factor as Keras keeps it where both ends are checked.</summary>
    internal NumberRange Checked(string name, string expected, Func<double, bool> isAllowed, bool fromZero = false)
    {
        if ((!IsNumber && Numbers.Length != 2) || !Array.TrueForAll(Numbers, n => isAllowed(n)))
        {
            throw new ArgumentException($"{expected} Received: {name}={this}", name);
        }

        return IsNumber ? (fromZero ? 0 : -Math.Abs(Lower), Math.Abs(Lower)) : Sorted();
    }

    /// <summary>The range of pixel values.</summary>
    internal static NumberRange OfValues(NumberRange? given) => given is not { } range ? (0, 255)
        : range.Numbers.Length == 2 ? range.Sorted()
        : throw new ArgumentException($"The `value_range` argument should be a list of two numbers. Received: value_range={range}", nameof(given));

    private static string Text(double number) => number.ToString("R", CultureInfo.InvariantCulture);

    private NumberRange Sorted() => (Math.Min(Lower, Upper), Math.Max(Lower, Upper));
}
