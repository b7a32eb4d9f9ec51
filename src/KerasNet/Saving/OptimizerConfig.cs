using System.Text.Json;
using System.Text.Json.Nodes;
using KerasNet.Optimizers;
using KerasNet.Saving.Legacy;

namespace KerasNet.Saving;

/// <summary>Optimizers in compiled states.</summary>
internal static class OptimizerConfig
{
    public static Optimizer? Create(JsonNode? node, KerasOrigin origin) => node switch
    {
        null => null,
        JsonValue v when v.GetValueKind() == JsonValueKind.String => v.GetValue<string>(),
        JsonObject o => OptimizerFormulas.Adapt((Optimizer)ObjectSerializer.Deserialize(LegacyOptimizers.Normalize(o, origin), typeof(Optimizer)), o["config"] as JsonObject ?? [], origin),
        _ => throw new InvalidDataException("The optimizer's config is damaged."),
    };
}
