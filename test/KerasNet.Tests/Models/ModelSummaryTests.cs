using System.Text.Json;
using KerasNet.Internal;
using KerasNet.Models;

namespace KerasNet.Tests.Models;

/// <summary>Summaries of real models, to the letter as Keras printed them.</summary>
[TestFixtureSource(typeof(KerasNet.Tests.Backends), nameof(KerasNet.Tests.Backends.All))]
public sealed class ModelSummaryTests(string backend) : BackendFixture(backend)
{
    private static readonly Dictionary<string, Func<Model>> s_models = new()
    {
        ["mlp"] = SummaryModels.Mlp, ["convnet"] = SummaryModels.Convnet, ["unbuilt"] = SummaryModels.Unbuilt, ["built-by-call"] = SummaryModels.BuiltByCall, ["built-by-build"] = SummaryModels.BuiltByBuild,
        ["compiled"] = SummaryModels.Compiled, ["trained-adam"] = SummaryModels.TrainedAdam, ["trained-sgd"] = SummaryModels.TrainedSgd, ["trained-rmsprop-frozen"] = SummaryModels.TrainedRmspropFrozen,
        ["residual"] = SummaryModels.Residual, ["chain"] = SummaryModels.Chain, ["shared"] = SummaryModels.Shared, ["shared-expanded"] = SummaryModels.Shared, ["twice"] = SummaryModels.Twice,
        ["nested"] = SummaryModels.Nested, ["nested-expanded"] = SummaryModels.Nested, ["nested-frozen"] = SummaryModels.NestedFrozen, ["frozen"] = SummaryModels.Frozen, ["frozen-shown"] = SummaryModels.Frozen,
        ["all-frozen"] = SummaryModels.AllFrozen, ["multi-output"] = SummaryModels.MultiOutput, ["multi-output-wide"] = SummaryModels.MultiOutput, ["states"] = SummaryModels.States, ["states-narrow"] = SummaryModels.States, ["operations"] = SummaryModels.Operations,
        ["long-names"] = SummaryModels.LongNames, ["unbroken-name"] = SummaryModels.UnbrokenName, ["other-scripts"] = SummaryModels.OtherScripts, ["large"] = SummaryModels.Large, ["types"] = SummaryModels.Types,
        ["empty"] = SummaryModels.Empty, ["high-rank"] = SummaryModels.HighRank, ["subclassed-unbuilt"] = SummaryModels.SubclassedUnbuilt, ["subclassed"] = SummaryModels.Subclassed,
        ["line-60"] = SummaryModels.Convnet, ["line-120"] = SummaryModels.Convnet, ["line-30"] = SummaryModels.Convnet, ["line-17"] = SummaryModels.Chain, ["graph-line-100"] = SummaryModels.Shared,
        ["graph-line-40"] = SummaryModels.Shared, ["positions"] = SummaryModels.Convnet, ["positions-short"] = SummaryModels.Convnet, ["positions-graph"] = SummaryModels.Shared, ["terminal-120"] = SummaryModels.Convnet,
        ["terminal-60"] = SummaryModels.Convnet, ["terminal-200-trainable"] = SummaryModels.Convnet, ["range"] = SummaryModels.Mlp, ["range-backwards"] = SummaryModels.Convnet,
        ["range-pattern"] = SummaryModels.Convnet, ["range-nested"] = SummaryModels.Nested,
    };

    public static IEnumerable<string> Names => s_models.Keys;

    [TestCaseSource(nameof(Names))]
    public void IsWhatKerasPrints(string name)
    {
        JsonElement golden = Golden.Json($"summary/{name}.json");
        var model = s_models[name]();
        Assert.That(ModelSummary.Render(model, Options(model, golden)), Is.EqualTo(Golden.Text($"summary/{name}.txt")));
    }

    [Test]
    public void GoesToAFunction()
    {
        var text = new System.Text.StringBuilder();
        SummaryModels.Mlp().Summary(lineLength: 76, printFn: part => text.Append(part));
        Assert.That(text.ToString(), Does.Contain("dense_2 (Dense)").And.Contain("Total params: 669,706"));
    }

    private static SummaryOptions Options(Model model, JsonElement golden)
    {
        JsonElement options = golden.GetProperty("options");
        JsonElement? Get(string key) => options.TryGetProperty(key, out JsonElement value) ? value : null;
        bool connections = ModelSummary.ShowsConnections(model);
        Assert.That(connections, Is.EqualTo(golden.GetProperty("graph").GetBoolean()), "the column 'Connected to'");
        return new SummaryOptions(
            connections, Get("line_length")?.GetInt32(), Get("positions") is { } positions ? [.. positions.EnumerateArray().Select(p => p.GetDouble())] : null, Get("expand_nested")?.GetBoolean() ?? false,
            Get("show_trainable")?.GetBoolean() ?? false, Get("layer_range") is { } range ? (range[0].GetString()!, range[1].GetString()!) : null, golden.GetProperty("columns").GetInt32());
    }
}
