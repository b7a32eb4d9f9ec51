using System.Text.Json.Nodes;
using KerasNet.Layers;

namespace KerasNet.Tests;

/// <summary>Image layers against recordings of real Keras with fixed seeds: the same numbers, in training and at rest.</summary>
[TestFixtureSource(typeof(Backends), nameof(Backends.All))]
public sealed class ImagesGoldenTests(string backend) : BackendFixture(backend)
{
    private static IEnumerable<ImageLayerGolden> Cases => ImageLayerGolden.All;

    [TestCaseSource(nameof(Cases))]
    public void IsAsInKeras(ImageLayerGolden golden)
    {
        var seed = golden.Arguments["seed"]?.GetValue<int>() ?? 0;
        foreach (var (training, key) in new[] { (true, "training"), (false, "rest") })
        {
            var layer = golden.Create();
            Keras.SetRandomSeed(seed);
            if (golden.Json[key] is not { } expected)
            {
                continue;
            }

            var inputs = golden.Inputs();
            Compare(layer.Apply(inputs, training: training), expected is JsonObject recorded ? recorded : null, inputs, golden, key);
        }
    }

    [TestCaseSource(nameof(Cases))]
    public void ItsConfigIsKeras(ImageLayerGolden golden)
    {
        var expected = golden.Json["config"]!.AsObject();
        var config = golden.Create().GetConfig();
        foreach (var (key, value) in expected)
        {
            Assert.That(Plain(config[key]), Is.EqualTo(Plain(value)), key);
        }

        var again = golden.CreateFromConfig().GetConfig();
        foreach (var (key, _) in expected)
        {
            Assert.That(Plain(again[key]), Is.EqualTo(Plain(config[key])), $"{key} after a round trip");
        }
    }

    private static void Compare(Tensors received, JsonObject? expected, Tensors inputs, ImageLayerGolden golden, string what)
    {
        if (expected is null)
        {
            for (var i = 0; i < inputs.Count; i++)
            {
                Near(received[i], [.. Ops.Cast(inputs[i], DataType.Float64).ToArray<double>()], golden, what);
                Assert.That(received[i].DType, Is.EqualTo(inputs[i].DType), what);
            }

            return;
        }

        foreach (var (name, value) in expected)
        {
            var own = name.Length == 0 ? received.Single() : received[name];
            Assert.That(own.Shape.ToArray(), Is.EqualTo(value!["shape"]!.AsArray().Select(n => n!.GetValue<int>())), $"{what} {name}: shape");
            if (!IsArray(golden, name))
            {
                Assert.That(own.DType.Name(), Is.EqualTo(value["dtype"]!.GetValue<string>()), $"{what} {name}: type");
            }

            Near(own, [.. value["data"]!.AsArray().Select(n => n!.GetValue<double>())], golden, $"{what} {name}");
        }
    }

    /// <summary>NumPy's arrays of float64, which Keras leaves as they are.</summary>
    private static bool IsArray(ImageLayerGolden golden, string name) => golden.Kind.Contains("segmentation", StringComparison.Ordinal) && name is "segmentation_masks";

    private static void Near(Tensor received, double[] expected, ImageLayerGolden golden, string what)
    {
        var values = Ops.Cast(received, DataType.Float64).ToArray<double>();
        Assert.That(values, Has.Length.EqualTo(expected.Length), what);

        // Positions between pixels are multiplied with differences of up to 255.
        var scale = Math.Max(1, expected.Select(Math.Abs).DefaultIfEmpty().Max());
        // An angle of half a turn may have either sign.
        var period = golden.Arguments["mode"]?.GetValue<string>() == "angle" ? 2 * Math.PI : double.PositiveInfinity;
        double Distance(int i) => Math.Abs(Math.IEEERemainder(values[i] - expected[i], period));
        var wrong = Enumerable.Range(0, values.Length).Where(i => !(Distance(i) <= (3e-5 * scale) + (1e-4 * Math.Abs(expected[i])))).ToArray();
        Assert.That(wrong, Is.Empty, () => $"{golden} {what}: {wrong.Length} of {values.Length} differ, first at {wrong[0]}: received {values[wrong[0]]}, expected {expected[wrong[0]]}");
    }

    private static object? Plain(JsonNode? node) => node switch
    {
        null => null,
        JsonArray a => a.Select(Plain).ToArray(),
        JsonValue v when v.TryGetValue<double>(out var number) => number,
        JsonValue v when v.TryGetValue<int>(out var number) => (double)number,
        _ => node.ToJsonString(),
    };
}
