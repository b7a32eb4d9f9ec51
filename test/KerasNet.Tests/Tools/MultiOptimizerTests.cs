using System.Text.Json;
using System.Text.Json.Nodes;
using KerasNet.Optimizers;
using KerasNet.Saving;

namespace KerasNet.Tests.Tools;

/// <summary>Several optimizers in one, against recordings of real Keras.</summary>
[TestFixtureSource(typeof(Backends), nameof(Backends.All))]
public sealed class MultiOptimizerTests(string backend) : BackendFixture(backend)
{
    private static readonly JsonElement _golden = Golden.Json("tools/optimizers.json");

    [Test]
    public void EachWeightHasItsOptimizer([Values(0, 1)] int run, [Values] bool eager)
    {
        var golden = _golden.GetProperty("runs")[run];
        var model = RecordedModels.Built("m");
        var optimizer = new MultiOptimizer(Map(), golden.GetProperty("scale").ValueKind == JsonValueKind.Null ? null : golden.GetProperty("scale").GetDouble(), "multi");
        model.Compile(optimizer, "mse", runEagerly: eager);
        var losses = Fit(model, epochs: 4);
        Assert.That(losses, Is.EqualTo(golden.GetProperty("losses").EnumerateArray().Select(l => l.GetDouble())).Within(1e-4));
        GoldenTensor.AreClose([.. model.GetWeights()], golden.GetProperty("weights"), "weights");
        Assert.That(optimizer.Variables.Select(v => v.Path), Is.EqualTo(golden.GetProperty("variables").EnumerateArray().Select(v => v.GetString()!.Replace("_1/", "/", StringComparison.Ordinal))));
        Assert.That(optimizer.Optimizers.Append(optimizer).Select(o => (int)o.Iterations.Value.ToDouble()), Is.EqualTo(golden.GetProperty("iterations").EnumerateArray().Select(i => i.GetInt32())));
    }

    [Test]
    public void ConfigsAreKerass()
    {
        var recorded = _golden.GetProperty("runs")[0].GetProperty("config");
        var written = ObjectSerializer.Config(new MultiOptimizer(Map(), name: "multi"));
        var again = (MultiOptimizer)ObjectSerializer.FromConfig(typeof(MultiOptimizer), JsonNode.Parse(recorded.GetRawText())!.AsObject());
        foreach (var config in new[] { written, ObjectSerializer.Config(again) })
        {
            Assert.That(config["name"]!.GetValue<string>(), Is.EqualTo("multi"));
            var map = config["optimizer_map"]!;
            Assert.That((map["module"]!.GetValue<string>(), map["class_name"]!.GetValue<string>()), Is.EqualTo(("keras.optimizers", "OptimizerMap")));
            Assert.That(map["config"]!["default_optimizer"]!["class_name"]!.GetValue<string>(), Is.EqualTo("SGD"));
            Assert.That(map["config"]!["optimizer_map"]![".*/h/.*"]!["class_name"]!.GetValue<string>(), Is.EqualTo("Adam"));
        }
    }

    [Test]
    public void AFileOfKerasOpens()
    {
        var model = Keras.LoadModel(Golden.PathOf("tools/multi_optimizer.keras"));
        Assert.That(((MultiOptimizer)model.Optimizer!).Optimizers.Select(o => o.GetType()), Is.EqualTo(new[] { typeof(Adam), typeof(SGD) }));
        GoldenTensor.AreClose([.. model.GetWeights()], _golden.GetProperty("runs")[0].GetProperty("weights"), "weights");
    }

    [Test]
    public void TrainingGoesOnAfterSaving()
    {
        var model = RecordedModels.Built("m");
        model.Compile(new MultiOptimizer(Map(), name: "multi"), "mse");
        Fit(model, epochs: 4);
        var path = Path.Combine(Directory.CreateTempSubdirectory("multi").FullName, "m.keras");
        try
        {
            model.Save(path);
            Assert.That(Fit(Keras.LoadModel(path), epochs: 1), Is.EqualTo(_golden.GetProperty("resumed").EnumerateArray().Select(l => l.GetDouble())).Within(1e-4));
        }
        finally
        {
            Directory.Delete(Path.GetDirectoryName(path)!, recursive: true);
        }
    }

    [Test]
    public void AFunctionChoosesToo()
    {
        Optimizer adam = new Adam(0.01), sgd = new SGD(0.05, momentum: 0.9);
        var model = RecordedModels.Built("m");
        model.Compile(new LossScaleOptimizer(new MultiOptimizer(v => v.Path.Contains("/h/", StringComparison.Ordinal) ? adam : sgd), 16), "mse");
        Assert.That(Fit(model, epochs: 4), Is.EqualTo(_golden.GetProperty("runs")[0].GetProperty("losses").EnumerateArray().Select(l => l.GetDouble())).Within(1e-3));
        Assert.That(() => ObjectSerializer.Config(new MultiOptimizer(_ => adam)), Throws.InstanceOf<NotSupportedException>());
    }

    [Test]
    public void MistakesAreTold()
    {
        string[] messages = [.. _golden.GetProperty("messages").EnumerateArray().Select(m => m.GetString()!)];
        var map = new OptimizerMap(new SGD(), new Dictionary<string, Optimizer> { ["a.*"] = new Adam(), [".*b"] = new RMSprop() });
        Assert.That(() => map["ab"], Throws.ArgumentException.With.Message.StartsWith(messages[0]));
        Assert.That(() => map["a.*"] = new SGD(), Throws.ArgumentException.With.Message.StartsWith(messages[1].Split(" with value")[0]));
        Assert.That(() => map["c"] = new LossScaleOptimizer(new SGD()), Throws.ArgumentException.With.Message.StartsWith(messages[2]));
        Assert.That(() => new MultiOptimizer(map).LearningRate, Throws.InvalidOperationException.With.Message.EqualTo(messages[3]));
        Assert.That(new[] { "a", "ax", "xb", "c" }.Select(k => map[k].Name.Split('_')[0]), Is.EqualTo(_golden.GetProperty("chosen").EnumerateArray().Select(n => n.GetString())));
        Assert.That(() => new MultiOptimizer(_ => new LossScaleOptimizer(new SGD())).Build([new KerasVariable(1f)]), Throws.ArgumentException.With.Message.Contains("cannot be used inside"));
        Assert.That((map.Remove("a.*"), map.Count, map["a"].GetType()), Is.EqualTo((true, 1, typeof(SGD))));
    }

    private static OptimizerMap Map() => new(new SGD(0.05, momentum: 0.9)) { [".*/h/.*"] = new Adam(0.01) };

    private static IReadOnlyList<double> Fit(Model model, int epochs) =>
        model.Fit(RecordedModels.Numbers((6, 3)), RecordedModels.Numbers((6, 2), 40), epochs: epochs, batchSize: 3, shuffle: false, verbose: 0)["loss"];
}
