using System.Text.Json;
using System.Text.Json.Nodes;
using KerasNet.Preprocessing;
using KerasNet.Saving;

namespace KerasNet.Tests.Preprocessing;

/// <summary>FeatureSpace against recordings of real Keras: adapted to a table, called on rows, in a model that learns, as config.</summary>
[TestFixtureSource(typeof(KerasNet.Tests.Backends), nameof(KerasNet.Tests.Backends.All))]
public sealed class FeatureSpaceTests(string backend) : BackendFixture(backend)
{
    private static readonly JsonElement _golden = Golden.Json("text/utilities.json").GetProperty("feature_space");

    [Test]
    public void OneVector()
    {
        var space = Concat();
        GoldenTensor.AreClose(space.Apply(Table("few")).Single(), _golden.GetProperty("concat"), "vectors");
        Assert.That(space.SubLayers.Select(l => l.Name), Is.EqualTo(space.Preprocessors.Concat(space.Crossers).Concat(space.OneHotEncoders).Append(space.Concat!).Select(l => l.Name)));
        Assert.That(space.Weights.Select(w => w.Name), Is.EqualTo(new[] { "mean", "variance", "count" }));
        var row = _golden.GetProperty("few").EnumerateObject().ToDictionary(p => p.Name, p => Value(p.Value[1]));
        GoldenTensor.AreClose(space.Apply(row).Single(), _golden.GetProperty("one"), "vector of one row");
    }

    [Test]
    public void FeaturesByName()
    {
        var space = new FeatureSpace(
            new Dictionary<string, Feature> { ["n"] = "float_normalized", ["s"] = FeatureSpace.StringCategorical(outputMode: "int"), ["i"] = "integer_categorical" },
            outputMode: "dict",
            crosses: [FeatureSpace.Cross(["s", "i"], 6, outputMode: "int")]);
        space.Adapt(Table("data"));
        var result = space.Apply(Table("few"));
        foreach (var expected in _golden.GetProperty("named").EnumerateObject())
        {
            GoldenTensor.AreClose(result[expected.Name], expected.Value, expected.Name);
        }
    }

    [Test]
    public void AModelBehindItLearns()
    {
        Keras.SetRandomSeed(1);
        var space = Concat();
        var model = new Model(space.GetInputs(), new KerasNet.Layers.Dense(1).Apply(space.GetEncodedFeatures()));
        Assert.That(model.Outputs[0].Shape, Is.EqualTo(new TensorShape(-1, 1)));
        model.Compile(new KerasNet.Optimizers.Adam(0.05), "mse");
        var x = (Data)Table("data");
        var y = _golden.GetProperty("data").GetProperty("s").EnumerateArray().Select(s => s.GetString() == "a" ? 1f : 0f).ToArray();
        var losses = model.Fit(x, y, epochs: 40, batchSize: 16, verbose: 0)["loss"];
        Assert.That(losses[^1], Is.LessThan(0.05));
        Tensor predicted = model.Predict(x, verbose: 0);
        Assert.That(predicted.Shape, Is.EqualTo(new TensorShape(50, 1)));
    }

    [Test]
    public void ItsConfigIsKeras()
    {
        var recorded = JsonNode.Parse(_golden.GetProperty("config").GetRawText())!.AsObject();
        var written = Concat().GetConfig();
        Assert.That(written.Select(p => p.Key), Is.EquivalentTo(recorded.Select(p => p.Key)));
        foreach (var (name, feature) in recorded["features"]!.AsObject())
        {
            var (ours, theirs) = (written["features"]![name]!["config"]!, feature!["config"]!);
            Assert.That(ours["dtype"]!.GetValue<string>(), Is.EqualTo(theirs["dtype"]!.GetValue<string>()));
            Assert.That(ours["output_mode"]!.GetValue<string>(), Is.EqualTo(theirs["output_mode"]!.GetValue<string>()));
            Assert.That(ours["preprocessor"]!["class_name"]!.GetValue<string>(), Is.EqualTo(theirs["preprocessor"]!["class_name"]!.GetValue<string>()));
            Assert.That(ours["preprocessor"]!["module"]!.GetValue<string>(), Is.EqualTo(theirs["preprocessor"]!["module"]!.GetValue<string>()));
            Assert.That(ours["preprocessor"]!["config"]!["name"]!.GetValue<string>(), Is.EqualTo(theirs["preprocessor"]!["config"]!["name"]!.GetValue<string>()));
        }

        var read = (FeatureSpace)ObjectSerializer.Deserialize(new JsonObject { ["class_name"] = "FeatureSpace", ["config"] = recorded.DeepClone() }, typeof(KerasNet.Layers.Layer));
        Assert.That(read.Crosses.Select(c => c.Name), Is.EqualTo(new[] { "i_X_s", "d_X_s" }));
        Assert.That(((KerasNet.Layers.Discretization)read.Features["d"].Preprocessor).BinBoundaries, Has.Count.EqualTo(2));
        Assert.That(() => read.Apply(Table("few")), Throws.InvalidOperationException.With.Message.Contains("adapt"));

        // With the state of its layers, as a file has it, the space needs no data.
        var source = Concat();
        ((KerasNet.Layers.IntegerLookup)read.Features["i"].Preprocessor).SetVocabulary(((KerasNet.Layers.IntegerLookup)source.Features["i"].Preprocessor).GetVocabulary());
        ((KerasNet.Layers.StringLookup)read.Features["s"].Preprocessor).SetVocabulary(((KerasNet.Layers.StringLookup)source.Features["s"].Preprocessor).GetVocabulary());
        ((KerasNet.Layers.Normalization)read.Features["n"].Preprocessor).Adapt(Samples("n"));
        GoldenTensor.AreClose(read.Apply(Table("few")).Single(), _golden.GetProperty("concat"), "vectors of the space that was read");
    }

    [Test]
    public void WhatKerasRejects()
    {
        Assert.That(() => new FeatureSpace(new Dictionary<string, Feature>()), Throws.ArgumentException.With.Message.Contains("empty"));
        Assert.That(() => new FeatureSpace(new Dictionary<string, Feature> { ["a"] = "flat" }), Throws.ArgumentException.With.Message.Contains("Invalid feature type: flat"));
        Assert.That(() => new FeatureSpace(new Dictionary<string, Feature> { ["a"] = "float" }, crosses: [("a", "b")]), Throws.ArgumentException.With.Message.Contains("unknown features"));
        Assert.That(() => new FeatureSpace(new Dictionary<string, Feature> { ["a"] = "float_normalized" }).Apply(new Dictionary<string, Tensor> { ["a"] = new[] { 1f } }), Throws.InvalidOperationException.With.Message.Contains("adapt"));
        Assert.That(() => new FeatureSpace(new Dictionary<string, Feature> { ["s"] = FeatureSpace.StringHashed(3, outputMode: "int") }).GetEncodedFeatures(), Throws.ArgumentException.With.Message.Contains("Cannot concatenate"));
        Assert.That(() => new FeatureSpace(new Dictionary<string, Feature> { ["a"] = "float" }).Apply(new Dictionary<string, Tensor> { ["b"] = 1f }), Throws.ArgumentException.With.Message.Contains("'a'"));
    }

    private static Data Samples(string name) => Table("data")[name].View([50, 1]);

    private static FeatureSpace Concat()
    {
        var space = new FeatureSpace(
            new Dictionary<string, Feature>
            {
                ["f"] = "float", ["n"] = "float_normalized", ["r"] = FeatureSpace.FloatRescaled(scale: 2, offset: 1), ["d"] = FeatureSpace.FloatDiscretized(3), ["i"] = "integer_categorical",
                ["s"] = FeatureSpace.StringCategorical(numOovIndices: 1), ["ih"] = FeatureSpace.IntegerHashed(4), ["sh"] = "string_hashed",
            },
            crosses: [("i", "s"), ("d", "s")],
            crossingDim: 8,
            hashingDim: 5);
        space.Adapt(Table("data"));
        return space;
    }

    private static Dictionary<string, Tensor> Table(string name) => _golden.GetProperty(name).EnumerateObject().ToDictionary(p => p.Name, p => Column(p.Name, p.Value));

    private static Tensor Column(string name, JsonElement values) => name switch
    {
        "s" or "sh" => values.EnumerateArray().Select(v => v.GetString()!).ToArray(),
        "i" or "ih" => values.EnumerateArray().Select(v => v.GetInt32()).ToArray(),
        _ => values.EnumerateArray().Select(v => v.GetSingle()).ToArray(),
    };

    private static Tensor Value(JsonElement value) => value.ValueKind == JsonValueKind.String ? Ops.ConvertToTensor(value.GetString()!)
        : value.TryGetInt32(out var whole) ? whole : value.GetSingle();
}
