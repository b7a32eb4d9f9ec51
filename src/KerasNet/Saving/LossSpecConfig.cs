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

    private static JsonNode One(Loss loss) => loss is FunctionLoss
        ? throw new NotSupportedException("A loss that is a C# function cannot be saved. Compile again after loading.")
        : loss.Identifier is { } name ? name : ObjectSerializer.Serialize(loss);
}
