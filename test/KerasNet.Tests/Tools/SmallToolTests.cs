using System.Text.Json;
using KerasNet.Callbacks;
using KerasNet.Training;

namespace KerasNet.Tests.Tools;

/// <summary>Small tools: smart_resize, name scopes, configs, lists of callbacks.</summary>
[TestFixtureSource(typeof(Backends), nameof(Backends.All))]
public sealed class SmallToolTests(string backend) : BackendFixture(backend)
{
    [Test]
    public void PicturesAreResizedWithoutDistortion([Range(0, 4)] int index)
    {
        var golden = Golden.Json("tools/smart_resize.json").GetProperty("cases")[index];
        var arguments = golden.GetProperty("arguments");
        var result = KerasNet.Preprocessing.Image.SmartResize(
            GoldenTensor.Read(golden.GetProperty("x")), (golden.GetProperty("size")[0].GetInt32(), golden.GetProperty("size")[1].GetInt32()),
            arguments.TryGetProperty("interpolation", out var way) ? way.GetString()! : "bilinear", arguments.TryGetProperty("data_format", out var format) ? format.GetString()! : "channels_last");
        GoldenTensor.AreClose(result, golden.GetProperty("result"), arguments.GetRawText());
    }

    [Test]
    public void PicturesHaveThreeOrFourAxes()
    {
        Assert.That(() => KerasNet.Preprocessing.Image.SmartResize(Ops.Ones((3, 3)), (2, 2)), Throws.ArgumentException.With.Message.StartsWith(Golden.Json("tools/smart_resize.json").GetProperty("rank").GetString()!));
        Assert.That(() => KerasNet.Preprocessing.Image.SmartResize(Ops.Ones((3, 3, 1)), (0, 2)), Throws.InstanceOf<ArgumentOutOfRangeException>());
    }

    [Test]
    public void NamesStandUnderTheirScope()
    {
        var golden = Golden.Json("tools/scopes.json");
        var paths = new List<string>();
        using (Keras.NameScope("encoder"))
        {
            paths.Add(new KerasVariable(1f, "x").Path);
            var dense = new Layers.Dense(2) { Name = "d" };
            dense.Apply(Ops.Ones((1, 2)));
            paths.AddRange(dense.Weights.Select(w => w.Path));
            using (Keras.NameScope("inner"))
            {
                paths.Add(new KerasVariable(1f, "y").Path);
            }
        }

        paths.Add(new KerasVariable(1f, "z").Path);
        Assert.That(paths, Is.EqualTo(golden.GetProperty("paths").EnumerateArray().Select(p => p.GetString())));
        Assert.That(() => Keras.NameScope("a/b"), Throws.ArgumentException.With.Message.StartsWith(golden.GetProperty("slash").GetString()!));
    }

    [Test]
    public void AConfigHoldsValuesUntilItIsFrozen()
    {
        dynamic config = new Utils.Config { ["learning_rate"] = 0.5 };
        config.seed = 123;
        config["name"] = "x";
        Assert.That((double)config.learning_rate, Is.EqualTo(0.5));
        Utils.Config same = config;
        Assert.That(same.Keys, Is.EqualTo(new[] { "learning_rate", "seed", "name" }));
        Assert.That(same, Is.EqualTo(new[] { "learning_rate", "name", "seed" }), "sorted, as Keras iterates");
        Assert.That(JsonDocument.Parse(same.ToJson()).RootElement.GetProperty("seed").GetInt32(), Is.EqualTo(123));
        Assert.That((same.Get("none"), same.Get("none", 1), same.Contains("seed"), same.Pop("name"), same.Pop("name", "gone"), same.Count), Is.EqualTo(((object?)null, (object?)1, true, (object?)"x", (object?)"gone", 2)));
        Assert.That(() => config.learning_rat, Throws.InstanceOf<KeyNotFoundException>().With.Message.Contains("Did you mean 'learning_rate'"));
        same.Freeze();
        Assert.That(() => config.seed = 1, Throws.InvalidOperationException.With.Message.EqualTo("Cannot mutate attribute(s) because the config is frozen."));
        Assert.That(() => same.Pop("seed"), Throws.InvalidOperationException);
        same.Unfreeze();
        same.Update(new Dictionary<string, object?> { ["seed"] = 5 });
        same.Remove("learning_rate");
        Assert.That(same.AsDict(), Is.EqualTo(new Dictionary<string, object?> { ["seed"] = 5 }));
    }

    [Test]
    public void CallbacksOfALoopOfOnesOwn()
    {
        var model = new Sequential([Keras.Input(1), new Layers.Dense(1)]);
        var seen = new List<int>();
        var callbacks = new CallbackList([new LambdaCallback(onEpochEnd: (epoch, _) => seen.Add(epoch))], addHistory: true, model: model, parameters: new CallbackParams(2, 3, 0));
        callbacks.OnTrainBegin();
        for (var epoch = 0; epoch < 2; epoch++)
        {
            callbacks.OnEpochBegin(epoch);
            var logs = new Logs { ["loss"] = 1.0 - epoch };
            callbacks.OnEpochEnd(epoch, logs);
        }

        Assert.That(seen, Is.EqualTo(new[] { 0, 1 }));
        Assert.That(callbacks.History!["loss"], Is.EqualTo(new[] { 1.0, 0.0 }));
        Assert.That((callbacks.Callbacks[0].Model, callbacks.Callbacks[0].Params.Steps, callbacks.Callbacks.Count), Is.EqualTo(((Model)model, (int?)3, 2)));
        callbacks.Append(new TerminateOnNaN());
        Assert.That(callbacks.Callbacks, Has.Count.EqualTo(3));
        Assert.That(new CallbackList([new History()], addHistory: true, addProgbar: true).Callbacks.Select(c => c.GetType()), Is.EqualTo(new[] { typeof(History), typeof(ProgbarLogger) }));
    }
}
