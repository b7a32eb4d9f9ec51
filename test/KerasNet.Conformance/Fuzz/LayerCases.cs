using System.Reflection;
using System.Text.Json.Nodes;
using CsCheck;
using KerasNet.Layers;
using KerasNet.Saving;

namespace KerasNet.Conformance.Fuzz;

/// <summary>Random calls of layers. Most begin with a call that runs (<see cref="LayerSamples"/>) and change some arguments and sizes to others that may well run; one in five has any arguments and shapes.</summary>
internal static class LayerCases
{
    /// <summary>Cases of all classes, or of some.</summary>
    public static Gen<JsonObject> Of(IReadOnlyCollection<string>? only)
    {
        string[] classes = [.. LayerSamples.Classes.Where(c => only?.Contains(c) != false)];
        return Gen.Select(Gen.Int[0, classes.Length - 1], Gen.Int[0, 4]).SelectMany((i, chance) => chance == 0 ? Wild(classes[i]) : Likely(classes[i]));
    }

    private static Type TypeOf(string className) => KerasObjects.Find(className, typeof(Layer));

    private static Gen<JsonObject> Call(string className, Gen<JsonObject> config, Gen<JsonArray> inputs) => Gen.Select(config, inputs, (c, i) => new JsonObject
    {
        ["class"] = className,
        ["config"] = c,
        ["inputs"] = i,
    });

    private static Gen<JsonObject> Likely(string className)
    {
        var parameters = className == nameof(FeatureSpace) ? [] : ConfigShape.Of(TypeOf(className)).Parameters.Where(p => p.Parameter.HasDefaultValue).ToArray();
        var config = className == nameof(FeatureSpace) ? FeatureSpaceRun.Config : parameters.Aggregate(Gen.Const(() => LayerSamples.Config(className)), (made, parameter) => Gen.Select(
            made,
            Gen.Int[0, 2 + (parameters.Length / 2)],
            LikelyValues.Of(parameter.Parameter, className),
            (all, chance, value) =>
            {
                if (chance == 0 && value is not null)
                {
                    all[parameter.Key] = value.DeepClone();
                }

                return all;
            }));
        return Call(className, config, LikelyInputs(className));
    }

    /// <summary>The sample's shapes, some axes longer, all inputs alike; another batch; another float type.</summary>
    private static Gen<JsonArray> LikelyInputs(string className) => Gen.Select(
        OneOf(0, 0, 0, 0, 0, 0, 1, 2).Array[8], OneOf(0, 0, 0, 1, 3), OneOf("float32", "float32", "float32", "float32", "float64", "float16", "bfloat16"),
        (more, batch, dtype) =>
        {
            var samples = LayerSamples.Inputs(className);
            var grow = samples.Count == 1 && className is not ("Reshape" or "LayerScale");
            return new JsonArray([.. samples.Select(s => (JsonNode?)new JsonObject
            {
                ["shape"] = new JsonArray([.. s.Shape.Select((d, axis) => (JsonNode?)(axis == 0 ? d + batch : grow && axis < s.Shape.Length - 1 ? d + more[axis] : d))]),
                ["dtype"] = s.Type == "float32" ? dtype : s.Type,
            })]);
        });

    private static Gen<JsonObject> Wild(string className) => Call(className, WildConfig(className), Gen.Select(
        OneOf(1, 1, 1, 2, 3), Gen.Int[0, 6], Gen.Int[2, 5], OneOf(0, 1, 2, 2, 3, 4, 5, 7).Array[8], OneOf("float32", "float32", "float32", "float64", "float16", "int32", "bool"), Gen.Bool,
        (count, any, usual, dims, dtype, alike) => new JsonArray([.. Enumerable.Range(0, count).Select(k => (JsonNode?)new JsonObject
        {
            ["shape"] = new JsonArray([.. Enumerable.Range(0, any is 0 or 6 ? any : usual).Select(a => (JsonNode?)(alike ? dims[a] : dims[(a + k) % 8]))]),
            ["dtype"] = dtype,
        })])));

    private static Gen<JsonObject> WildConfig(string className) => className == nameof(FeatureSpace) ? FeatureSpaceRun.Config : ConfigShape.Of(TypeOf(className)).Parameters
        .Aggregate(Gen.Const(() => new JsonObject()), (config, parameter) => Gen.Select(config, WildArgument(parameter.Parameter), (made, value) =>
        {
            if (value.Given)
            {
                made[parameter.Key] = value.Node?.DeepClone();
            }

            return made;
        }));

    /// <summary>Any value for a parameter; one that has a default is mostly left out.</summary>
    private static Gen<(bool Given, JsonNode? Node)> WildArgument(ParameterInfo parameter) => Gen.Select(Gen.Int[0, 9], WildValues.Of(parameter), (chance, node) =>
        (!parameter.HasDefaultValue || chance < 4, node));

    /// <summary>One of some values, all equally likely.</summary>
    internal static Gen<T> OneOf<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(i => values[i]);
}
