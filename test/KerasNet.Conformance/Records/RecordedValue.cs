using System.Globalization;
using System.Text.Json;
using KerasNet.Layers;
using KerasNet.Models;

namespace KerasNet.Conformance.Records;

/// <summary>Reads recorded values: null, bool, int, long, double, text, arrays and symbolic tensors (<see cref="Tensor"/>), slices, lists (<c>object[]</c>) and dictionaries.</summary>
internal static class RecordedValue
{
    public static object? Read(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Null or JsonValueKind.Undefined => null,
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        JsonValueKind.String => json.GetString(),
        JsonValueKind.Number => Number(json),
        JsonValueKind.Array => json.EnumerateArray().Select(Read).ToArray(),
        _ => FromObject(json),
    };

    /// <summary>All of a list.</summary>
    public static object?[] List(JsonElement json) => (object?[])Read(json)!;

    /// <summary>An array, or null where there is none.</summary>
    public static Tensor? Array(JsonElement json) => Read(json) switch
    {
        null => null,
        Tensor tensor => tensor,
        var other => Calls.Conversion.To(other, typeof(Tensor)) as Tensor ?? throw new FormatException($"Not an array: {json.GetRawText()}"),
    };

    private static object Number(JsonElement json)
    {
        var text = json.GetRawText();
        return text.AsSpan().ContainsAny('.', 'e', 'E') ? json.GetDouble()
            : json.TryGetInt32(out var small) ? (object)small
            : json.TryGetInt64(out var large) ? large
            : json.GetDouble();
    }

    private static object? FromObject(JsonElement json)
    {
        if (json.TryGetProperty("__tuple__", out var tuple))
        {
            return Read(tuple);
        }

        if (json.TryGetProperty("__f__", out var number))
        {
            return Special(number.GetString()!);
        }

        if (json.TryGetProperty("__var__", out var variable))
        {
            return Read(variable);
        }

        if (json.TryGetProperty("__slice__", out var slice))
        {
            int?[] parts = [.. slice.EnumerateArray().Select(e => e.ValueKind == JsonValueKind.Null ? (int?)null : e.GetInt32())];
            return Ops.Step(parts[0], parts[1], parts[2] ?? 1);
        }

        if (json.TryGetProperty("__kt__", out var symbolic))
        {
            return Symbolic(DataTypes.Parse(json.GetProperty("dtype").GetString()!), Shape(symbolic));
        }

        if (json.TryGetProperty("__nd__", out var dtype) || (json.TryGetProperty("shape", out _) && json.TryGetProperty("data", out _) && json.TryGetProperty("dtype", out dtype)))
        {
            return Values(json, DataTypes.Parse(dtype.GetString()!));
        }

        return json.EnumerateObject().ToDictionary(p => p.Name, p => Read(p.Value));
    }

    private static TensorShape Shape(JsonElement json) => new([.. json.EnumerateArray().Select(d => d.ValueKind == JsonValueKind.Null ? -1 : d.GetInt32())]);

    private static Tensor Symbolic(DataType dtype, TensorShape shape) => new(new KerasHistory(new InputLayer(shape, null, dtype), -1, 0), dtype, shape, "keras_tensor");

    private static Tensor Values(JsonElement json, DataType dtype)
    {
        var shape = Shape(json.GetProperty("shape"));
        if (dtype == DataType.String)
        {
            return new Tensor(shape, [.. json.GetProperty("data").EnumerateArray().Select(e => e.GetString()!)]);
        }

        if (dtype.IsComplex())
        {
            return ComplexNumbers.Create(Doubles(json.GetProperty("real")), Doubles(json.GetProperty("imag")), shape, dtype);
        }

        var tensor = Tensor.Allocate(dtype, shape);
        if (dtype is DataType.Int64 or DataType.UInt64)
        {
            // A double does not hold all of them.
            tensor.Raw<long>().Clear();
            long[] whole = [.. json.GetProperty("data").EnumerateArray().Select(e => e.TryGetInt64(out var v) ? v : unchecked((long)e.GetUInt64()))];
            whole.CopyTo(tensor.Raw<long>());
            return tensor;
        }

        CastOp.Convert(Tensor.Create<double>(Doubles(json.GetProperty("data")), shape), tensor);
        return tensor;
    }

    private static double[] Doubles(JsonElement list)
    {
        var values = new double[list.GetArrayLength()];
        var i = 0;
        foreach (var item in list.EnumerateArray())
        {
            values[i++] = item.ValueKind switch
            {
                JsonValueKind.Number => item.GetDouble(),
                JsonValueKind.True => 1,
                JsonValueKind.False => 0,
                JsonValueKind.String => Special(item.GetString()!),
                _ => Special(item.GetProperty("__f__").GetString()!),
            };
        }

        return values;
    }

    private static double Special(string text) => text switch
    {
        "inf" => double.PositiveInfinity,
        "-inf" => double.NegativeInfinity,
        "nan" => BitConverter.Int64BitsToDouble(0x7FF8_0000_0000_0000), // Python's has no sign, double.NaN has one
        _ => double.Parse(text, CultureInfo.InvariantCulture),
    };
}
