using System.Globalization;
using System.Text.Json;

namespace KerasNet.Tests;

/// <summary>Tensors as they stand in the recorded files, and the comparison with them.</summary>
internal static class GoldenTensor
{
    public static bool IsTensor(JsonElement json) => json.ValueKind == JsonValueKind.Object && json.TryGetProperty("dtype", out _);

    public static Tensor Read(JsonElement json)
    {
        int[] dims = [.. json.GetProperty("shape").EnumerateArray().Select(d => d.GetInt32())];
        if (json.GetProperty("dtype").GetString() == "string")
        {
            return new Tensor(new TensorShape(dims), [.. json.GetProperty("data").EnumerateArray().Select(t => t.GetString()!)]);
        }

        double[] values = [.. json.GetProperty("data").EnumerateArray().Select(Number)];
        var wide = Tensor.Create<double>(values, new TensorShape(dims));
        var tensor = Tensor.Allocate(DataTypes.Parse(json.GetProperty("dtype").GetString()!), wide.Shape);
        CastOp.Convert(wide, tensor);
        return tensor;
    }

    public static double Number(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.True => 1,
        JsonValueKind.False => 0,
        JsonValueKind.String => json.GetString() switch { "inf" => double.PositiveInfinity, "-inf" => double.NegativeInfinity, "nan" => double.NaN, var text => double.Parse(text!, CultureInfo.InvariantCulture) },
        _ => json.GetDouble(),
    };

    public static void AreClose(Tensor[] actual, JsonElement expected, string what)
    {
        Assert.That(actual, Has.Length.EqualTo(expected.GetArrayLength()), what);
        for (var i = 0; i < actual.Length; i++)
        {
            AreClose(actual[i], expected[i], what);
        }
    }

    /// <summary>Equal type and shape; floats within 1e-5 + 1e-4 |expected|, 16-bit ones within 1e-3.</summary>
    public static void AreClose(Tensor actual, JsonElement json, string what)
    {
        var expected = Read(json);
        Assert.That(actual.DType, Is.EqualTo(expected.DType), $"type of the {what}");
        Assert.That(actual.Shape, Is.EqualTo(expected.Shape), $"shape of the {what}");
        if (expected.Text is not null)
        {
            Assert.That(actual.Text, Is.EqualTo(expected.Text), what);
            return;
        }

        for (var i = 0; i < actual.Size; i++)
        {
            var (want, got) = (NumberReader.At(expected, i), NumberReader.At(actual, i));
            var close = double.IsNaN(want) ? double.IsNaN(got) : want == got || Math.Abs(got - want) <= (!expected.DType.IsFloating() ? 0 : expected.DType.Size() == 2 ? 1e-3 * (1 + Math.Abs(want)) : 1e-5 + (1e-4 * Math.Abs(want)));
            if (!close)
            {
                Assert.Fail($"{what}, element {i} of {actual.Size}: Keras says {want:R}, received {got:R}");
            }
        }
    }
}
