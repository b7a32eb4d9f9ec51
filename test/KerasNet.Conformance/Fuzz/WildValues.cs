using System.Reflection;
using System.Text.Json.Nodes;
using CsCheck;
using KerasNet.Layers;
using static KerasNet.Conformance.Fuzz.LayerCases;

namespace KerasNet.Conformance.Fuzz;

/// <summary>Any values for constructors' parameters, most of them wrong in some way.</summary>
internal static class WildValues
{
    private static readonly Gen<int> _number = OneOf(-2, -1, 0, 1, 1, 2, 2, 3, 4, 7);
    private static readonly Gen<int> _size = OneOf(0, 1, 1, 2, 2, 3, 5);
    private static readonly Gen<JsonNode?> _layer = OneOf("Dense", "ReLU", "Conv1D", "Flatten", "Embedding").Select(Inner);

    /// <summary>A value of the parameter's type, or none that it may take.</summary>
    public static Gen<JsonNode?> Of(ParameterInfo parameter)
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

    private static JsonNode? Node<T>(T value) => JsonValue.Create(value);

    private static JsonNode? List(int[] numbers) => new JsonArray([.. numbers.Select(n => (JsonNode?)n)]);
}
