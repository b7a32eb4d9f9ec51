using System.Text.Json;

namespace KerasNet.Tests.Training;

/// <summary>A hundred steps of training, against those of real Keras from the same seed.</summary>
[TestFixtureSource(typeof(KerasNet.Tests.Backends), nameof(KerasNet.Tests.Backends.All))]
public sealed class TraceTests(string backend) : BackendFixture(backend)
{
    private const double Tolerance = 1e-4;

    private static readonly Dictionary<string, Func<(Model Model, Data X, Data Y)>> s_models = new()
    {
        ["mlp_sgd"] = TraceModels.MlpSgd, ["mlp_adam"] = TraceModels.MlpAdam, ["convnet_rmsprop"] = TraceModels.ConvnetRmsprop, ["batchnorm_adamw"] = TraceModels.BatchnormAdamw,
        ["two_heads_nadam"] = TraceModels.TwoHeadsNadam, ["lstm_adam"] = TraceModels.LstmAdam, ["embedding_sgd"] = TraceModels.EmbeddingSgd, ["embedding_adagrad"] = TraceModels.EmbeddingAdagrad, ["embedding_adam"] = TraceModels.EmbeddingAdam, ["weighted_schedule"] = TraceModels.WeightedSchedule,
    };

    public static IEnumerable<string> Names => s_models.Keys;

    [TestCaseSource(nameof(Names))]
    public void FollowsKeras(string name)
    {
        JsonElement golden = Golden.Json("training/traces.json").GetProperty("cases").EnumerateArray().Single(c => c.GetProperty("name").GetString() == name);
        Keras.SetRandomSeed(7);
        var (model, x, y) = s_models[name]();
        var initial = golden.GetProperty("initial").EnumerateArray().Select(Numbers).ToList();
        var weights = model.GetWeights();
        Assert.That(weights, Has.Count.EqualTo(initial.Count));
        for (var i = 0; i < initial.Count; i++)
        {
            Assert.That(weights[i].ToArray<float>().Take(initial[i].Length).Select(v => (double)v), Is.EqualTo(initial[i]).Within(1e-6), $"initial {model.Weights[i].Path}");
        }

        Data? sampleWeight = name == "weighted_schedule" ? (Data)Ops.Abs(TraceModels.Numbers(77, 30)) : null;
        var history = model.Fit(x, y, batchSize: 8, epochs: 25, shuffle: false, verbose: 0, sampleWeight: sampleWeight);
        var expected = golden.GetProperty("history").EnumerateObject().ToDictionary(p => p.Name, p => Numbers(p.Value));
        Assert.That(history.Keys, Is.EquivalentTo(expected.Keys));
        foreach (var (key, values) in expected)
        {
            Assert.That(history[key], Is.EqualTo(values).Within(Tolerance), key);
        }

        var predicted = model.Predict(x, verbose: 0);
        var outputs = golden.GetProperty("predicted").EnumerateArray().Select(Numbers).ToList();
        for (var i = 0; i < outputs.Count; i++)
        {
            Assert.That(predicted.Tensors[i].ToArray<float>().Take(outputs[i].Length).Select(v => (double)v), Is.EqualTo(outputs[i]).Within(Tolerance), $"output {i}");
        }
    }

    private static double[] Numbers(JsonElement array) => [.. array.EnumerateArray().Select(v => v.GetDouble())];
}
