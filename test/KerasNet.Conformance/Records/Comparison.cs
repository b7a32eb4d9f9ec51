using System.Globalization;
using NumSharp;

namespace KerasNet.Conformance.Records;

/// <summary>Compares a result with the recorded one: types and shapes exactly, numbers within the tolerance of their type.</summary>
internal static class Comparison
{
    /// <exception cref="MismatchException">They differ; the message says what was expected, what came, and the largest difference.</exception>
    public static void Same(object? expected, object? actual, string what)
    {
        switch (expected)
        {
            case Tensor tensor:
                Same(tensor, actual as Tensor ?? (actual is NDArray array ? (Tensor)array : null) ?? (actual is Tensors { Count: 1 } one ? one[0] : null) ?? throw Differ(what, Text(expected), Text(actual)), what);
                break;
            case object?[] list:
                var items = Items(actual) ?? throw Differ(what, $"{list.Length} values", Text(actual));
                if (items.Count != list.Length)
                {
                    throw Differ(what, $"{list.Length} values", $"{items.Count} values");
                }

                for (var i = 0; i < list.Length; i++)
                {
                    Same(list[i], items[i], $"{what}[{i}]");
                }

                break;
            case Dictionary<string, object?> map when actual is IReadOnlyDictionary<string, Tensor> tensors:
                foreach (var (key, value) in map)
                {
                    Same(value, tensors.GetValueOrDefault(key), $"{what}['{key}']");
                }

                break;
            case null when actual is null or -1 or Tensor { IsConcrete: true, Size: 1, IsWeak: true }:
                break;
            case bool or int or long or double:
                var (want, got) = (Convert.ToDouble(expected, CultureInfo.InvariantCulture), Number(actual) ?? throw Differ(what, Text(expected), Text(actual)));
                if (!Close(want, got, 1e-5, 1e-4))
                {
                    throw Differ(what, Text(expected), Text(actual));
                }

                break;
            default:
                if (!Equals(expected, actual) && !string.Equals(expected as string, actual?.ToString(), StringComparison.OrdinalIgnoreCase))
                {
                    throw Differ(what, Text(expected), Text(actual));
                }

                break;
        }
    }

    /// <summary>Compares two tensors, the type included.</summary>
    public static void Same(Tensor expected, Tensor actual, string what)
    {
        if (actual.DType != expected.DType)
        {
            throw Differ($"type of {what}", expected.DType.Name(), actual.DType.Name());
        }

        if (actual.Shape != expected.Shape)
        {
            throw Differ($"shape of {what}", expected.Shape.ToString(), actual.Shape.ToString());
        }

        if (expected.IsConcrete)
        {
            Numbers(expected, actual, what, expected.DType);
        }
    }

    /// <summary>Compares the numbers of two tensors of one shape, with the tolerance of a type.</summary>
    public static void Numbers(Tensor expected, Tensor actual, string what, DataType precision)
    {
        if (!actual.IsConcrete)
        {
            throw Differ(what, "a value", actual.ToString());
        }

        if (actual.Shape != expected.Shape)
        {
            throw Differ($"shape of {what}", expected.Shape.ToString(), actual.Shape.ToString());
        }

        var (absolute, relative) = Tolerance(precision);
        var (wrong, first, largest) = (0, -1, 0.0);
        for (var i = 0; i < expected.Size; i++)
        {
            if (Close(expected, actual, i, absolute, relative, out var difference))
            {
                continue;
            }

            wrong++;
            first = first < 0 ? i : first;
            largest = double.IsNaN(difference) || difference > largest ? difference : largest;
        }

        if (wrong > 0)
        {
            throw Differ(
                $"{what}, {wrong} of {expected.Size} elements, the first at {first}{(relative > 1e-4 ? $" (tolerance of {precision.Name()}: {relative})" : string.Empty)}",
                Element(expected, first),
                $"{Element(actual, first)}\nlargest difference: {largest.ToString("G6", CultureInfo.InvariantCulture)}");
        }
    }

    /// <summary>The house's tolerance; two units in the last place of 16-bit floats, whose sums are rounded at every step.</summary>
    private static (double Absolute, double Relative) Tolerance(DataType type) => type switch
    {
        DataType.Float16 => (2e-3, 2e-3),
        DataType.BFloat16 => (1.6e-2, 1.6e-2),
        DataType.Float32 or DataType.Float64 or DataType.Complex64 or DataType.Complex128 => (1e-5, 1e-4),
        _ => (0, 0),
    };

    private static bool Close(Tensor expected, Tensor actual, int i, double absolute, double relative, out double difference)
    {
        difference = double.NaN;
        if (expected.Text is { } text)
        {
            return text[i] == actual.Text?[i];
        }

        if (expected.DType.IsComplex() && actual.DType.IsComplex())
        {
            var (want, got) = (ComplexNumbers.At(expected, i), ComplexNumbers.At(actual, i));
            difference = (want - got).Magnitude;
            return Close(want.Real, got.Real, absolute, relative) && Close(want.Imaginary, got.Imaginary, absolute, relative);
        }

        if (expected.DType == DataType.Int64 && actual.DType == DataType.Int64)
        {
            difference = Math.Abs((double)expected.Raw<long>()[i] - actual.Raw<long>()[i]);
            return expected.Raw<long>()[i] == actual.Raw<long>()[i];
        }

        var (a, b) = (NumberReader.At(actual, i), NumberReader.At(expected, i));
        difference = Math.Abs(a - b);
        return Close(b, a, absolute, relative);
    }

    private static bool Close(double want, double got, double absolute, double relative) =>
        want.Equals(got) || want == got || Math.Abs(got - want) <= absolute + (relative * Math.Abs(want));

    private static string Element(Tensor tensor, int i) => tensor.Text is { } text ? text[i]
        : tensor.DType.IsComplex() ? ComplexNumbers.At(tensor, i).ToString(CultureInfo.InvariantCulture)
        : NumberReader.At(tensor, i).ToString("R", CultureInfo.InvariantCulture);

    private static IReadOnlyList<object?>? Items(object? value) => value switch
    {
        TensorShape shape => [.. shape.ToArray().Select(d => d < 0 ? null : (object?)d)],
        Tensor { IsConcrete: true, Rank: 1 } vector => [.. Enumerable.Range(0, (int)vector.Size).Select(i => (object?)NumberReader.At(vector, i))],
        System.Runtime.CompilerServices.ITuple tuple => [.. Enumerable.Range(0, tuple.Length).Select(i => tuple[i])],
        string or Tensor => null,
        System.Collections.IEnumerable items => [.. items.Cast<object?>()],
        _ => null,
    };

    private static double? Number(object? value) => value switch
    {
        Tensor { IsConcrete: true, Size: 1 } tensor => tensor.ToDouble(),
        Tensor => null,
        IConvertible convertible and not string => Convert.ToDouble(convertible, CultureInfo.InvariantCulture),
        _ => null,
    };

    private static string Text(object? value) => value switch
    {
        null => "nothing",
        object?[] list => $"[{string.Join(", ", list.Select(Text))}]",
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString()!,
    };

    public static MismatchException Differ(string what, string expected, string received) =>
        new($"{what}\nexpected: {expected}\nreceived: {received}");
}
