using System.Text.Json.Nodes;
using KerasNet.Layers;
using KerasNet.Saving;

namespace KerasNet.Tests;

/// <summary>One recorded call of a layer in real Keras: test/golden/layers/spatial.json.</summary>
public sealed class SpatialLayerGolden(int index, JsonObject json)
{
    private static readonly Lazy<IReadOnlyList<SpatialLayerGolden>> s_all = new(Read);

    /// <summary>All recordings of a group of layers.</summary>
    public static IEnumerable<SpatialLayerGolden> Of(params string[] kinds) => s_all.Value.Where(g => kinds.Any(k => g.Class.Contains(k, StringComparison.Ordinal)));

    public string Class => json["class"]!.GetValue<string>();

    public bool Training => json["training"]!.GetValue<bool>();

    public JsonObject Config => json["config"]!.AsObject();

    public JsonObject BuiltConfig => json["built_config"]!.AsObject();

    public TensorShape OutputShape => Ints("output_shape");

    public double[] Output => Numbers(json["output"]!);

    /// <summary>Gradients of the weighted output by the input and by each trainable weight; null where Keras computes none on this machine.</summary>
    public double[]?[]? Gradients => json["gradients"] is JsonArray all ? [.. all.Select(g => g is null ? null : Numbers(g))] : null;

    /// <summary>All weights after a call in training.</summary>
    public double[][]? After => json["after"] is JsonArray all ? [.. all.Select(g => Numbers(g!))] : null;

    public IReadOnlyList<(string Name, TensorShape Shape, bool Trainable)> Weights =>
        [.. json["weights"]!.AsArray().Select(w => (w![0]!.GetValue<string>(), (TensorShape)Ints(w[1]!), w[2]!.GetValue<bool>()))];

    public Tensor Input => Values(0, Ints("shape"));

    public Tensor? Mask => json["mask"] is JsonArray rows
        ? Ops.Cast(Tensor.Create<int>([.. rows.SelectMany(r => r!.AsArray().Select(n => n!.GetValue<int>()))], new TensorShape(rows.Count, rows[0]!.AsArray().Count)), DataType.Bool)
        : null;

    public Layer Create() => (Layer)ObjectSerializer.Deserialize(new JsonObject { ["class_name"] = Class, ["config"] = Config.DeepClone() }, typeof(Layer));

    public Tensor WeightValue(int number)
    {
        var (name, shape, _) = Weights[number];
        var positive = name.EndsWith("variance", StringComparison.Ordinal) || name.EndsWith("stddev", StringComparison.Ordinal);
        return Values(number + 1, shape, positive ? 1.5 : 0);
    }

    /// <summary>The arrays that the recording script makes.</summary>
    public static Tensor Values(int number, TensorShape shape, double more = 0)
    {
        var values = new float[shape.Size];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = (float)((float)(((((i * 7919L) + (number * 104729L)) % 1009) / 504.5) - 1) + more);
        }

        return Tensor.Create<float>(values, shape);
    }

    public override string ToString() => $"{index}: {Class}({string.Join(", ", Config.Where(Unusual).Select(p => $"{p.Key}={p.Value?.ToJsonString()}"))}{(Training ? ", training" : "")})";

    private static bool Unusual(KeyValuePair<string, JsonNode?> pair) =>
        pair.Value is not null and not JsonObject && pair.Key is not ("name" or "trainable" or "activation" or "center" or "momentum" or "synchronized");

    private static IReadOnlyList<SpatialLayerGolden> Read() =>
        [.. JsonNode.Parse(Golden.Text("layers/spatial.json"))!["cases"]!.AsArray().Select((c, i) => new SpatialLayerGolden(i, c!.AsObject()))];

    private static double[] Numbers(JsonNode node) => [.. node.AsArray().Select(n => n!.GetValue<double>())];

    private static int[] Ints(JsonNode node) => [.. node.AsArray().Select(n => n!.GetValue<int>())];

    private int[] Ints(string key) => Ints(json[key]!);
}
