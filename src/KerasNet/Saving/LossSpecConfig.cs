using System.Text.Json.Nodes;
using KerasNet.Losses;
using KerasNet.Training;

namespace KerasNet.Saving;

/// <summary>Losses of a compiled model, as files hold them.</summary>
internal static class LossSpecConfig
{
    public static JsonNode? Of(LossSpec? spec) => spec switch
    {
        null => null,
        { ByName: { } byName } => new JsonObject(byName.Select(p => KeyValuePair.Create(p.Key, p.Value is null ? null : (JsonNode?)One(p.Value)))),
        { List: { } list } => new JsonArray([.. list.Select(Of)]),
        { Single: { } loss } => One(loss),
        _ => null,
    };

    /// <summary>Losses of an object that is no compiled model: there a name is the function that Keras finds for it.</summary>
    public static JsonNode? Functions(LossSpec? spec) => spec switch
    {
        null => null,
        { ByName: { } byName } => new JsonObject(byName.Select(p => KeyValuePair.Create(p.Key, p.Value is null ? null : (JsonNode?)Function(p.Value)))),
        { List: { } list } => new JsonArray([.. list.Select(Functions)]),
        { Single: { } loss } => Function(loss),
        _ => null,
    };

    private static JsonNode Function(Loss loss) => loss.Identifier is null ? One(loss)
        : new JsonObject { ["module"] = "builtins", ["class_name"] = "function", ["config"] = Internal.AutoName.ToSnakeCase(loss.GetType().Name), ["registered_name"] = "function" };

    private static JsonNode One(Loss loss) => loss is FunctionLoss
        ? throw new NotSupportedException("A loss that is a C# function cannot be saved. Compile again after loading.")
        : loss.Identifier is { } name ? name : ObjectSerializer.Serialize(loss);
}
