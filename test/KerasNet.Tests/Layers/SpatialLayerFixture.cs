using System.Text.Json.Nodes;

namespace KerasNet.Tests;

/// <summary>Compares a layer with what real Keras recorded: config, weights, symbolic and computed output, gradients, moved statistics.</summary>
public abstract class SpatialLayerFixture(string backend) : BackendFixture(backend)
{
    protected static void Agree(SpatialLayerGolden golden)
    {
        var layer = golden.Create();
        Same(layer.GetConfig(), golden.Config);
        var x = golden.Input;
        var (mask, training) = (golden.Mask, golden.Training);
        Assert.That(layer.ComputeOutputShape(x.Shape), Is.EqualTo(golden.OutputShape), "symbolic shape");
        Assert.That(layer.Weights.Select(w => (w.Name, w.Shape, w.Trainable)), Is.EqualTo(golden.Weights));
        layer.SetWeights([.. golden.Weights.Select((_, i) => golden.WeightValue(i))]);
        using var tape = new GradientTape();
        tape.Watch(x);
        var y = layer.Apply(x, mask, training);
        Near(y, golden.Output, "output");
        if (golden.After is { } after)
        {
            for (var i = 0; i < after.Length; i++)
            {
                Near(layer.GetWeights()[i], after[i], golden.Weights[i].Name);
            }
        }

        if (golden.Gradients is { } expected)
        {
            var loss = Ops.Sum(y * SpatialLayerGolden.Values(100, y.Shape));
            var sources = layer.TrainableWeights.Select(w => w.Handle).Prepend(x).ToArray();
            var gradients = tape.Gradient(loss, sources);
            for (var i = 0; i < expected.Length; i++)
            {
                Near(gradients[i]!, expected[i]!, $"gradient {i}");
            }
        }
    }

    private static void Near(Tensor received, double[] expected, string what)
    {
        var values = received.ToArray<float>();
        Assert.That(values, Has.Length.EqualTo(expected.Length), what);
        var scale = expected.Select(Math.Abs).Append(1).Max();
        for (var i = 0; i < values.Length; i++)
        {
            Assert.That(values[i], Is.EqualTo(expected[i]).Within((2e-5 * scale) + (1e-4 * Math.Abs(expected[i]))), $"{what}, element {i}");
        }
    }

    private static void Same(JsonObject received, JsonObject expected)
    {
        Assert.That(received.Select(p => p.Key), Is.EquivalentTo(expected.Select(p => p.Key)), "config keys");
        foreach (var (key, value) in expected)
        {
            var own = received[key];
            // An axis may stand as a number or as a list of one: Keras writes both.
            own = own is JsonArray { Count: 1 } one && value is JsonValue ? one[0] : own;
            Assert.That(JsonNode.DeepEquals(own, value), Is.True, $"config '{key}': received {own?.ToJsonString()}, expected {value?.ToJsonString()}");
        }
    }
}
