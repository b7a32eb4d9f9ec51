using System.Text.Json.Nodes;

namespace KerasNet.Saving;

/// <summary>What stands between the brackets of <c>x[…]</c>, as Keras writes it: positions, slices, null for a new axis, an ellipsis.</summary>
internal static class SliceKey
{
    public static JsonArray ToJson(TensorIndex[] key) => new([.. key.Select(One)]);

    public static TensorIndex[] FromJson(JsonNode? node) => node switch
    {
        JsonArray several => [.. several.Select(One)],
        JsonObject tuple when tuple["class_name"]?.GetValue<string>() == "__tuple__" => [.. tuple.NeedList("items").Select(One)],
        _ => [One(node)],
    };

    private static JsonNode? One(TensorIndex index) => index.Kind switch
    {
        TensorIndex.IndexKind.At => index.Start,
        TensorIndex.IndexKind.NewAxis => null,
        TensorIndex.IndexKind.Ellipsis => new JsonObject { ["class_name"] = "__ellipsis__", ["config"] = new JsonObject() },
        _ => new JsonObject
        {
            ["class_name"] = "__slice__",
            ["config"] = new JsonObject { ["start"] = index.Start, ["stop"] = index.End, ["step"] = index.Step == 1 ? null : index.Step },
        },
    };

    private static TensorIndex One(JsonNode? node) => node switch
    {
        null => Ops.NewAxis,
        JsonValue position => position.GetValue<int>(),
        JsonObject o when o["class_name"]?.GetValue<string>() == "__ellipsis__" => Ops.Ellipsis,
        JsonObject o when o["class_name"]?.GetValue<string>() == "__slice__" && o["config"] is JsonObject slice =>
            Ops.Step(slice["start"]?.GetValue<int>(), slice["stop"]?.GetValue<int>(), slice["step"]?.GetValue<int>() ?? 1),
        _ => throw new ArgumentException($"An index of a tensor is a position, a slice, null or an ellipsis. Received: {node.ToJsonString()}"),
    };
}
