using System.Text.Json.Nodes;

namespace KerasNet.Tests.EachLayer;

/// <summary>What Keras answered to a question about a layer: test/golden/layers.</summary>
public sealed class LayerGolden
{
    private static readonly Lock _asking = new();
    private readonly JsonObject _answer;

    private LayerGolden(JsonObject answer) => _answer = answer;

    public JsonObject Config => _answer["config"]!.AsObject();

    public IReadOnlyList<(string Name, TensorShape Shape, bool Trainable)> Weights =>
        [.. _answer["weights"]!.AsArray().Select(w => (w![0]!.GetValue<string>(), Shape(w[1]!), w[2]!.GetValue<bool>()))];

    public IReadOnlyList<(TensorShape Shape, DataType DType, double[] Values)> Outputs =>
        [.. _answer["outputs"]!.AsArray().Select(y => (Shape(y!["shape"]!), DataTypes.Parse(y["dtype"]!.GetValue<string>()), Numbers(y["data"]!)))];

    public IReadOnlyList<(TensorShape Shape, double[] Values)?> Masks =>
        [.. _answer["masks"]!.AsArray().Select(m => m is null ? ((TensorShape, double[])?)null : (Shape(m["shape"]!), Numbers(m["data"]!)))];

    /// <summary>Derivatives of the loss by the inputs, then by the trainable weights; null where Keras computes none on a processor.</summary>
    public IReadOnlyList<double[]?>? Gradients => _answer["gradients"] is JsonArray all ? [.. all.Select(g => g is null ? null : Numbers(g))] : null;

    /// <summary>Weights that are not trained, after the call.</summary>
    public IReadOnlyList<double[]> After => [.. _answer["after"]!.AsArray().Select(w => Numbers(w!))];

    public double[] Losses => Numbers(_answer["losses"]!);

    /// <summary>The answer to a question; null when Keras was not asked.</summary>
    public static LayerGolden? Find(JsonObject question)
    {
        var path = Golden.PathOf($"layers/{question["layer"]!["class_name"]!.GetValue<string>()}.json");
        var cases = File.Exists(path) ? JsonNode.Parse(File.ReadAllText(path))!["cases"]!.AsArray() : [];
        return cases.FirstOrDefault(c => JsonNode.DeepEquals(c!["question"], question)) is { } found ? new LayerGolden(found["answer"]!.AsObject()) : null;
    }

    /// <summary>Writes a question for Keras to the file that KERASNET_LAYER_QUESTIONS names; false without one.</summary>
    public static bool Ask(JsonObject question)
    {
        if (Environment.GetEnvironmentVariable("KERASNET_LAYER_QUESTIONS") is not { } file)
        {
            return false;
        }

        lock (_asking)
        {
            File.AppendAllText(file, question.ToJsonString() + "\n");
        }

        return true;
    }

    private static TensorShape Shape(JsonNode node) => new([.. node.AsArray().Select(n => n!.GetValue<int>())]);

    private static double[] Numbers(JsonNode node) => [.. node.AsArray().Select(n => n!.GetValue<double>())];
}
