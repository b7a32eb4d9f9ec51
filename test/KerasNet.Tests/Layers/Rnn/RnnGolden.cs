using System.Text.Json.Nodes;
using KerasNet.Layers;
using KerasNet.Saving;

namespace KerasNet.Tests.Rnn;

/// <summary>One recording of a recurrent layer of real Keras.</summary>
internal sealed class RnnGolden(JsonObject json)
{
    public string Class => json["layer"]!.GetValue<string>();

    public JsonObject Config => json["config"]!.AsObject();

    public Tensor X => Read(json["x"]!);

    public Tensor? Mask => json["mask"] is JsonObject mask
        ? Tensor.From(mask["data"]!.AsArray().Select(v => v!.GetValue<bool>()).ToArray()).View(new TensorShape([.. mask["shape"]!.AsArray().Select(d => d!.GetValue<int>())]))
        : null;

    public Tensors? States => json["states"] is JsonArray states ? new Tensors(states.Select(s => Read(s!))) : null;

    public bool Training => json["training"]!.GetValue<bool>();

    public int? Seed => json["seed"]?.GetValue<int>();

    public IReadOnlyList<(string Path, string Name, Tensor Value)> Weights =>
        [.. json["weights"]!.AsArray().Select(w => (w!["path"]!.GetValue<string>(), w["name"]!.GetValue<string>(), Read(w)))];

    /// <summary>Outputs of each call in turn.</summary>
    public IReadOnlyList<IReadOnlyList<Tensor>> Calls => [.. json["calls"]!.AsArray().Select(c => (IReadOnlyList<Tensor>)[.. c!.AsArray().Select(y => Read(y!))])];

    /// <summary>By the input, the weights and the first states.</summary>
    public IReadOnlyList<Tensor?> Gradients => [.. json["gradients"]!.AsArray().Select(g => g is null ? null : Read(g))];

    /// <summary>Whether the layer drops anything in training.</summary>
    public bool HasDropout => System.Text.RegularExpressions.Regex.IsMatch(Config.ToJsonString(), "dropout\":0\\.[0-9]*[1-9]");

    public static RnnGolden[] All(string file) => [.. JsonNode.Parse(File.ReadAllText(Golden.PathOf(Path.Combine("rnn", file))))!.AsArray().Select(c => new RnnGolden(c!.AsObject()))];

    /// <summary>The layer of the config, built and with the recorded weights.</summary>
    public Layer Layer()
    {
        var config = Config.DeepClone().AsObject();
        if (json["dropout_seed"] is { } seed)
        {
            config["seed"] = seed.DeepClone();
        }

        var layer = (Layer)ObjectSerializer.Deserialize(new JsonObject { ["class_name"] = Class, ["config"] = config }, typeof(Layer));
        layer.BuildInside([X.Shape]);
        if (Seed is null)
        {
            layer.SetWeights([.. Weights.Select(w => w.Value)]);
        }

        return layer;
    }

    public Tensors Call(Layer layer, Tensor x, Tensor? mask, Tensors? states) => layer.Invoke(x, new CallArguments
    {
        Masks = mask is null ? null : [mask],
        Training = Training ? true : null,
        Named = states is null ? new Dictionary<string, object?>() : new Dictionary<string, object?> { ["initial_state"] = states },
    });

    /// <summary>Weights of the outputs in the sum whose gradients are recorded.</summary>
    public static Tensor Cotangent(TensorShape shape)
    {
        var size = (int)shape.Size;
        return Tensor.Create<float>([.. Enumerable.Range(0, size).Select(k => size == 1 ? -1f : (float)(-1 + (2.0 * k / (size - 1))))], shape);
    }

    public static void Near(Tensor actual, Tensor expected, string what)
    {
        Assert.That(actual.Shape, Is.EqualTo(expected.Shape), what);
        var (a, b) = (actual.ToArray<float>(), expected.ToArray<float>());
        for (var i = 0; i < a.Length; i++)
        {
            Assert.That(a[i], Is.EqualTo(b[i]).Within(1e-5 + (1e-4 * Math.Abs(b[i]))), $"{what}, element {i}");
        }
    }

    public override string ToString() => Class + " " + string.Join(" ", Config
        .Where(p => p.Value is JsonValue v && v.GetValueKind() is System.Text.Json.JsonValueKind.True).Select(p => p.Key).Except(["trainable", "use_bias", "unit_forget_bias", "reset_after"]))
        + (Mask is null ? "" : " masked") + (States is null ? "" : " states") + (Training ? " training" : "");

    private static Tensor Read(JsonNode node) => Tensor.Create<float>(
        [.. node["data"]!.AsArray().Select(v => v!.GetValue<float>())], new TensorShape([.. node["shape"]!.AsArray().Select(d => d!.GetValue<int>())]));
}
