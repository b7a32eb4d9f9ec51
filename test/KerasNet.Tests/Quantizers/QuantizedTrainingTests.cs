using System.Text.Json;
using KerasNet.Layers;

namespace KerasNet.Tests.Quantizers;

/// <summary>Training of models in float8, and of low-rank additions, goes as Keras's does.</summary>
[TestFixtureSource(typeof(Backends), nameof(Backends.All))]
public sealed class QuantizedTrainingTests(string backend) : BackendFixture(backend)
{
    [TestCase("float8", false)]
    [TestCase("float8", true)]
    [TestCase("lora", false)]
    [TestCase("int8-lora", false)]
    public void GoesAsInKeras(string name, bool runEagerly)
    {
        var json = QuantizationGolden.Cases("training").Single(c => c.GetProperty("name").GetString() == name);
        var model = new Sequential([Keras.Input(6), new Dense(5, activation: "relu") { Name = "first" }, new Dense(2) { Name = "second" }]);
        model.SetWeights(QuantizationGolden.Arrays(json.GetProperty("before")));
        foreach (var layer in model.Layers.Cast<Dense>())
        {
            if (name != "lora")
            {
                layer.Quantize(name.Split('-')[0]);
            }

            if (name.EndsWith("lora", StringComparison.Ordinal))
            {
                layer.EnableLora(2, loraAlpha: 4);
            }
        }

        Same(model, json.GetProperty("start"), assign: true);
        model.Compile(new Optimizers.Adam(0.05), "mse", runEagerly: runEagerly);
        var (x, y) = (QuantizationGolden.Array(json.GetProperty("x")), QuantizationGolden.Array(json.GetProperty("y")));
        foreach (var loss in json.GetProperty("losses").EnumerateArray())
        {
            model.ResetMetrics();
            Assert.That(model.TrainOnBatch(x, y)["loss"], Is.EqualTo(loss.GetDouble()).Within(1e-4));
        }

        Same(model, json.GetProperty("after"), assign: false);
        QuantizationGolden.Near(model.Apply(x), QuantizationGolden.Array(json.GetProperty("output")), "output", tolerance: 1e-4);
    }

    [Test]
    public void ScalesSurviveAccumulation()
    {
        var model = new Sequential([Keras.Input(4), new Dense(2) { DType = new QuantizedFloat8DTypePolicy("float8", "float32", 3) }]);
        model.Compile(new Optimizers.SGD(0.1, gradientAccumulationSteps: 2), "mse");
        var dense = (Dense)model.Layers[0];
        var history = dense.Weights.Single(w => w.Name == "inputs_amax_history");
        model.TrainOnBatch(Ops.Multiply(Ops.Ones(new TensorShape(2, 4)), 3.0), Ops.Ones(new TensorShape(2, 2)));
        Assert.That(history.ReadNow().AsSpan<float>().ToArray(), Is.EqualTo(new float[] { 0, 0, 0 }), "no update yet");
        model.TrainOnBatch(Ops.Ones(new TensorShape(2, 4)), Ops.Ones(new TensorShape(2, 2)));
        Assert.That(history.ReadNow().AsSpan<float>()[0], Is.EqualTo(3), "the greatest of both batches");
    }

    private static void Same(Model model, JsonElement expected, bool assign)
    {
        Assert.That(model.Weights.Select(w => (w.Name, w.Trainable)), Is.EqualTo(expected.EnumerateArray().Select(w => (w.GetProperty("name").GetString()!, w.GetProperty("trainable").GetBoolean()))));
        foreach (var (weight, json) in model.Weights.Zip(expected.EnumerateArray()))
        {
            var value = QuantizationGolden.Array(json.GetProperty("value"));
            if (assign && weight.Name.StartsWith("lora_", StringComparison.Ordinal))
            {
                weight.Assign(value);
            }

            QuantizationGolden.Near(weight.ReadNow(), value, weight.Path, tolerance: 1e-4);
        }
    }
}
