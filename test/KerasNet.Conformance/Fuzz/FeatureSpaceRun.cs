using System.Text.Json.Nodes;
using CsCheck;
using KerasNet.Layers;

namespace KerasNet.Conformance.Fuzz;

/// <summary>Random feature spaces: kinds of features, a cross or none, adapted and called.</summary>
internal static class FeatureSpaceRun
{
    private static readonly string[] _kinds = ["float", "float_rescaled", "float_normalized", "float_discretized", "integer_categorical", "string_categorical", "string_hashed", "integer_hashed"];

    public static Gen<JsonObject> Config => Gen.Select(
        LayerCases.OneOf(_kinds).Array[0, 5], LayerCases.OneOf("concat", "concat", "dict"), LayerCases.OneOf(0, 0, 1, 7), LayerCases.OneOf(0, 1, 4, 9),
        (features, output, cross, rows) => new JsonObject
        {
            ["features"] = new JsonArray([.. features.Select(f => (JsonNode?)f)]),
            ["output_mode"] = output,
            ["cross"] = cross,
            ["rows"] = rows,
        });

    public static void Run(JsonObject config)
    {
        string[] kinds = [.. config["features"]!.AsArray().Select(f => f!.GetValue<string>())];
        var (cross, rows) = (config["cross"]!.GetValue<int>(), config["rows"]!.GetValue<int>());
        var names = kinds.Select((_, i) => $"f{i}").ToArray();
        string[] crossed = [.. names.Where((_, i) => !kinds[i].StartsWith("float", StringComparison.Ordinal)).Take(2)];
        var space = new FeatureSpace(
            names.Zip(kinds).ToDictionary(p => p.First, p => (KerasNet.Preprocessing.Feature)p.Second), config["output_mode"]!.GetValue<string>(), cross == 0 || crossed.Length < 2 ? null : [FeatureSpace.Cross(crossed, cross)]);
        space.Adapt(Table(names, kinds, 6));
        var encoded = space.Apply(Table(names, kinds, rows));
        if (encoded.Count == 1 && rows > 0)
        {
            var model = new Model(space.GetInputs(), new Dense(1).Apply(space.GetEncodedFeatures()));
            model.Compile("sgd", "mse");
            model.Fit((KerasNet.Data)Table(names, kinds, rows), new float[rows], epochs: 1, verbose: 0);
        }
    }

    private static Dictionary<string, Tensor> Table(string[] names, string[] kinds, int rows) => names.Zip(kinds).ToDictionary(p => p.First, p => p.Second switch
    {
        var k when k.StartsWith("string", StringComparison.Ordinal) => new Tensor(new TensorShape(rows), [.. Enumerable.Range(0, rows).Select(i => i % 2 == 0 ? "a" : "b")]),
        var k when k.StartsWith("integer", StringComparison.Ordinal) => Tensor.Create<int>([.. Enumerable.Range(0, rows).Select(i => i % 3)], rows),
        _ => Tensor.Create<float>([.. Enumerable.Range(0, rows).Select(i => i * 0.37f)], rows),
    });
}
