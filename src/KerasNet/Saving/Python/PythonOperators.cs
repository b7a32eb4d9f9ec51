namespace KerasNet.Saving.Python;

/// <summary>Python's operators on numbers and tensors.</summary>
internal static class PythonOperators
{
    public static bool IsBinary(string name) => name is "ADD" or "SUBTRACT" or "MULTIPLY" or "DIVIDE" or "FLOOR_DIVIDE" or "MODULO" or "POWER";

    public static object Negative(object? x) => x switch { long n => -n, double d => -d, _ => Ops.Negative(Tensor(x)) };

    public static object Binary(string name, object? a, object? b)
    {
        if (a is long or double && b is long or double)
        {
            return Numbers(name, a, b);
        }

        var (x, y) = (Tensor(a), Tensor(b));
        return name switch
        {
            "ADD" => Ops.Add(x, y),
            "SUBTRACT" => Ops.Subtract(x, y),
            "MULTIPLY" => Ops.Multiply(x, y),
            "DIVIDE" => Ops.Divide(x, y),
            "FLOOR_DIVIDE" => Ops.FloorDivide(x, y),
            "MODULO" => Ops.Mod(x, y),
            _ => Ops.Power(x, y),
        };
    }

    /// <summary>A part of a tensor, or an item of a list of them.</summary>
    public static object? Subscript(object? owner, object? key) => owner switch
    {
        Tensors many when key is long i => many[(int)(i < 0 ? many.Count + i : i)],
        object?[] items when key is long i => items[i < 0 ? items.Length + i : i],
        _ => Ops.GetItem(Tensor(owner), key is object?[] several ? [.. several.Select(Index)] : [Index(key)]),
    };

    /// <summary>A number takes the type of the tensor that it meets.</summary>
    public static Tensor Tensor(object? value) => value switch
    {
        Tensor t => t,
        Tensors one => one.Single(),
        long n => (int)n,
        double d => d,
        bool b => b,
        _ => throw new InvalidOperationException($"A Lambda of the file computes with {value ?? "None"}, which is no tensor."),
    };

    private static object Numbers(string name, object a, object b)
    {
        var (x, y) = (Convert.ToDouble(a, System.Globalization.CultureInfo.InvariantCulture), Convert.ToDouble(b, System.Globalization.CultureInfo.InvariantCulture));
        var result = name switch
        {
            "ADD" => x + y,
            "SUBTRACT" => x - y,
            "MULTIPLY" => x * y,
            "DIVIDE" => x / y,
            "FLOOR_DIVIDE" => Math.Floor(x / y),
            "MODULO" => x - (y * Math.Floor(x / y)),
            _ => Math.Pow(x, y),
        };
        return a is long && b is long && name != "DIVIDE" && Math.Abs(result) < int.MaxValue && result == Math.Floor(result) ? (long)result : result;
    }

    private static TensorIndex Index(object? key) => key switch
    {
        null => Ops.NewAxis,
        PythonEllipsis => Ops.Ellipsis,
        long position => (int)position,
        PythonSlice slice => Ops.Step(Part(slice.Start), Part(slice.Stop), Part(slice.Step) ?? 1),
        _ => throw new InvalidOperationException($"A Lambda of the file takes a part of a tensor by {key}, which is not supported."),
    };

    private static int? Part(object? value) => value is long n ? (int)Math.Clamp(n, int.MinValue + 1, int.MaxValue) : null;
}
