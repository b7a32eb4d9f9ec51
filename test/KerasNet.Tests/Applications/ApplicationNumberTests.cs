using System.Text.Json;
using KerasNet.Layers;

namespace KerasNet.Tests.Architectures;

/// <summary>Outputs of small models are Keras's when the weights follow the same rule.</summary>
[TestFixtureSource(typeof(Backends), nameof(Backends.All))]
public sealed class ApplicationNumberTests(string backend) : BackendFixture(backend)
{
    public static IEnumerable<TestCaseData> Cases => Golden.Json(Path.Combine("applications", "numbers.json")).GetProperty("forward").EnumerateArray()
        .Select(c => new TestCaseData(c).SetArgDisplayNames(c.GetProperty("model").GetString()!));

    [TestCaseSource(nameof(Cases))]
    public void OutputsAreKerass(JsonElement golden)
    {
        var name = golden.GetProperty("model").GetString()!;
        using var model = ApplicationModels.Make(name, golden.GetProperty("arguments"), ("includeTop", false), ("pooling", "avg"), ("inputShape", (TensorShape)(32, 32, 3)));
        Fill(model);
        var isRaw = name.StartsWith("Efficient", StringComparison.Ordinal) || name.StartsWith("MobileNetV3", StringComparison.Ordinal);
        float[] pixels = [.. Enumerable.Range(0, 2 * 32 * 32 * 3).Select(i => (float)(127.5 + (127.5 * Math.Sin(i * 0.3)))).Select(v => isRaw ? v : (v / 127.5f) - 1)];
        Tensor y = model.Apply(Tensor.Create<float>(pixels, (2, 32, 32, 3)), training: false);
        var values = y.ToArray<float>();
        var width = golden.GetProperty("width").GetInt32();
        Assert.That(y.Shape, Is.EqualTo((TensorShape)(2, width)));
        float[] expected = [.. golden.GetProperty("first").EnumerateArray().Select(e => e.GetSingle())];
        for (var i = 0; i < expected.Length; i++)
        {
            var found = values[(i / 24 * width) + (i % 24)];
            Assert.That(found, Is.EqualTo(expected[i]).Within(1e-5 + (1e-4 * Math.Abs(expected[i]))), $"value {i}");
        }

        var squares = golden.GetProperty("squares").GetDouble();
        Assert.That(values.Sum(v => (double)v), Is.EqualTo(golden.GetProperty("sum").GetDouble()).Within(1e-4 * Math.Sqrt(squares * values.Length)));
        Assert.That(values.Sum(v => (double)v * v), Is.EqualTo(squares).Within(1e-4 * squares));
    }

    /// <summary>The rule of scripts/make_application_goldens.py.</summary>
    private static void Fill(Layer layer)
    {
        if (layer.SubLayers is { Count: > 0 } inner)
        {
            foreach (var part in inner)
            {
                Fill(part);
            }

            return;
        }

        foreach (var weight in layer.Weights.Where(w => w.DType == DataType.Float32))
        {
            var shape = weight.Shape.ToArray();
            var size = (int)weight.Shape.Size;
            var phase = (layer.Name + "/" + weight.Name).Sum(c => c) % 1000;
            var isDepthwise = weight.Name == "depthwise_kernel" || layer is DepthwiseConv2D;
            Func<double, double> rule = weight.Name switch
            {
                "gamma" or "moving_variance" or "variance" => wave => 1 + (0.1 * wave),
                var n when n.Contains("kernel", StringComparison.Ordinal) => wave => wave * Math.Sqrt(3.0 / (isDepthwise ? shape[0] * shape[1] : size / shape[^1])),
                _ => wave => wave * 0.1,
            };
            weight.Assign(Tensor.Create<float>([.. Enumerable.Range(0, size).Select(i => (float)rule(Math.Sin((i * 0.7) + phase)))], weight.Shape));
        }
    }
}
