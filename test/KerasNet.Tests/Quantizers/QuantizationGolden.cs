using System.Text.Json;

namespace KerasNet.Tests.Quantizers;

/// <summary>What Keras answered about quantisation: test/golden/quantization.</summary>
internal static class QuantizationGolden
{
    public static IEnumerable<JsonElement> Cases(string file) => Golden.Json($"quantization/{file}.json").EnumerateArray();

    public static Tensor Array(JsonElement json)
    {
        double[] values = [.. json.GetProperty("values").EnumerateArray().Select(v => v.GetDouble())];
        var shape = new TensorShape([.. json.GetProperty("shape").EnumerateArray().Select(d => d.GetInt32())]);
        return Ops.Cast(Tensor.Create<double>(values, shape), DataTypes.Parse(json.GetProperty("dtype").GetString()!));
    }

    public static Tensor[] Arrays(JsonElement json) => [.. json.EnumerateArray().Select(Array)];

    /// <summary>Types, shapes and bits are the same.</summary>
    public static void Same(Tensor received, Tensor expected, string what)
    {
        Assert.That((received.DType, received.Shape), Is.EqualTo((expected.DType, expected.Shape)), what);
        Assert.That(Doubles(received), Is.EqualTo(Doubles(expected)), what);
    }

    /// <summary>As near as one pass in float32 is.</summary>
    public static void Near(Tensor received, Tensor expected, string what, double tolerance = 1e-5)
    {
        Assert.That((received.DType, received.Shape), Is.EqualTo((expected.DType, expected.Shape)), what);
        var (a, b) = (Doubles(received), Doubles(expected));
        var scale = b.Select(Math.Abs).Append(1).Max();
        for (var i = 0; i < a.Length; i++)
        {
            Assert.That(a[i], Is.EqualTo(b[i]).Within((tolerance * scale) + (10 * tolerance * Math.Abs(b[i]))), $"{what}, element {i}");
        }
    }

    private static double[] Doubles(Tensor t) => [.. Enumerable.Range(0, (int)t.Size).Select(i => NumberReader.At(t, i))];
}
