using System.Reflection;
using System.Text.Json.Nodes;
using CsCheck;
using KerasNet.Layers;
using KerasNet.Saving;

namespace KerasNet.Conformance.Fuzz;

/// <summary>Random calls of layers: a class, arguments of its constructor and shapes of inputs, most of them wrong in some way.</summary>
internal static class LayerCases
{
    private static readonly Type[] _classes = [.. typeof(Layer).Assembly.GetExportedTypes()
        .Where(t => !t.IsAbstract && t.IsSubclassOf(typeof(Layer)) && !typeof(Model).IsAssignableFrom(t) && t != typeof(InputLayer) && t != typeof(Lambda) && t != typeof(FeatureSpace) && t != typeof(Bidirectional)).OrderBy(t => t.Name, StringComparer.Ordinal)];

    private static readonly Gen<int> _number = OneOf(-2, -1, 0, 1, 1, 2, 2, 3, 4, 7);
    private static readonly Gen<int> _size = OneOf(0, 1, 1, 2, 2, 3, 5);
    private static readonly Gen<JsonNode?> _layer = OneOf("Dense", "ReLU", "Conv1D", "Flatten", "Embedding").Select(Inner);

    /// <summary>Cases of all classes, or of some.</summary>
    public static Gen<JsonObject> Of(IReadOnlyCollection<string>? only)
    {
        Type[] classes = [.. _classes.Where(t => only?.Contains(t.Name) != false)];
        return Gen.Int[0, classes.Length - 1].SelectMany(i => Gen.Select(Config(classes[i]), Inputs, (config, inputs) => new JsonObject
        {
            ["class"] = classes[i].Name,
            ["config"] = config,
            ["inputs"] = inputs,
        }));
    }

    private static Gen<JsonArray> Inputs => Gen.Select(
        OneOf(1, 1, 1, 2, 3), Gen.Int[0, 6], Gen.Int[2, 5], OneOf(0, 1, 2, 2, 3, 4, 5, 7).Array[8], OneOf("float32", "float32", "float32", "float64", "float16", "int32", "bool"), Gen.Bool,
        (count, any, usual, dims, dtype, alike) => new JsonArray([.. Enumerable.Range(0, count).Select(k => (JsonNode?)new JsonObject
        {
            ["shape"] = new JsonArray([.. Enumerable.Range(0, any is 0 or 6 ? any : usual).Select(a => (JsonNode?)(alike ? dims[a] : dims[(a + k) % 8]))]),
            ["dtype"] = dtype,
        })]));

    private static Gen<JsonObject> Config(Type type)
    {
        var parameters = ConfigShape.Of(type).Parameters;
        return parameters.Aggregate(Gen.Const(() => new JsonObject()), (config, parameter) => Gen.Select(config, Argument(parameter), (made, value) =>
        {
            if (value.Given)
            {
                made[parameter.Key] = value.Node?.DeepClone();
            }

            return made;
        }));
    }

    /// <summary>A value for a parameter; one that has a default is mostly left out.</summary>
    private static Gen<(bool Given, JsonNode? Node)> Argument(ConfigParameter parameter) => Gen.Select(Gen.Int[0, 9], Value(parameter.Parameter), (chance, node) =>
        (!parameter.Parameter.HasDefaultValue || chance < 4, node));

    private static Gen<JsonNode?> Value(ParameterInfo parameter)
    {
        var type = Nullable.GetUnderlyingType(parameter.ParameterType) ?? parameter.ParameterType;
        var name = parameter.Name!;
        return type == typeof(int) ? _number.Select(Node)
            : type == typeof(double) ? OneOf(-1, 0, 0.1, 0.5, 1, 2, 1e30).Select(Node)
            : type == typeof(bool) ? Gen.Bool.Select(Node)
            : type == typeof(string) ? Text(name)
            : type == typeof(SpatialSizes) || type == typeof(AxisList) ? Gen.OneOf(_number.Select(Node), _size.Array[1, 3].Select(List), _number.Array[1, 3].Select(List))
            : type == typeof(DotAxes) ? Gen.OneOf(_number.Select(Node), _size.Array[1, 3].Select(List))
            : type == typeof(SpatialMargins) ? Gen.OneOf(_number.Select(Node), _size.Array[1, 3].Select(List), _size.Array[2].Array[1, 3].Select(a => (JsonNode?)new JsonArray([.. a.Select(List)])))
            : type == typeof(TensorShape) ? OneOf(-1, 0, 1, 2, 3, 6).Array[0, 4].Select(List)
            : type == typeof(int[]) ? _number.Array[0, 4].Select(List)
            : type == typeof(Activations.ActivationFunction) ? OneOf("relu", "softmax", "tanh", "nothing").Select(Node)
            : type == typeof(Initializers.Initializer) ? OneOf("zeros", "orthogonal", "identity", "he_normal").Select(Node)
            : type == typeof(Regularizers.Regularizer) ? OneOf("l2", "orthogonal_regularizer").Select(Node)
            : type == typeof(Constraints.Constraint) ? OneOf("non_neg", "max_norm").Select(Node)
            : type == typeof(DataType) ? OneOf("float16", "float32", "int32", "nothing").Select(Node)
            : type == typeof(Layer) || type == typeof(RNNCell) ? _layer
            : type == typeof(IReadOnlyList<Layer>) ? _layer.Array[0, 3].Select(a => (JsonNode?)new JsonArray([.. a.Select(n => n?.DeepClone())]))
            : Gen.Const((JsonNode?)null);
    }

    private static Gen<JsonNode?> Text(string name) => (name switch
    {
        "padding" => OneOf("valid", "same", "causal", "nothing"),
        "dataFormat" => OneOf("channels_last", "channels_first", "nothing"),
        "equation" => OneOf("ab,bc->ac", "...a,ab->...b", "abc,cde->abde", "ab...,bc->ac...", "a", "ab,bc->ad", "aa,ab->b"),
        "biasAxes" => OneOf("c", "b", "de", string.Empty, "z"),
        "interpolation" => OneOf("nearest", "bilinear", "bicubic", "nothing"),
        "scoreMode" => OneOf("dot", "concat", "nothing"),
        _ => OneOf("a", "int", "multi_hot", "nothing"),
    }).Select(Node);

    private static JsonNode? Inner(string name) => new JsonObject
    {
        ["class_name"] = name,
        ["config"] = name switch
        {
            "Dense" => new JsonObject { ["units"] = 2 },
            "Conv1D" => new JsonObject { ["filters"] = 2, ["kernel_size"] = 2 },
            "Embedding" => new JsonObject { ["input_dim"] = 3, ["output_dim"] = 2 },
            _ => new JsonObject(),
        },
    };

    /// <summary>One of some values, all equally likely.</summary>
    private static Gen<T> OneOf<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(i => values[i]);

    private static JsonNode? Node<T>(T value) => JsonValue.Create(value);

    private static JsonNode? List(int[] numbers) => new JsonArray([.. numbers.Select(n => (JsonNode?)n)]);
}
