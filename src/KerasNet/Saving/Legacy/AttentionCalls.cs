using System.Text.Json.Nodes;

namespace KerasNet.Saving.Legacy;

/// <summary>Attention layers: value and key of a call by position, as Keras 3 writes them; "causal" is an argument of the call today; shapes are found anew. Rows 4 and 13 of loading-traps.md.</summary>
internal static class AttentionCalls
{
    public static void Apply(LayerEntry entry)
    {
        var (name, config) = (entry.ClassName, entry.Config);
        if (name is "MultiHeadAttention" or "GroupedQueryAttention" or "GroupQueryAttention")
        {
            config.Drop("query_shape", "key_shape", "value_shape");
            foreach (var call in entry.Calls)
            {
                Positions(call);
            }
        }

        if (name is "Attention" or "AdditiveAttention")
        {
            if (config.Take("causal", out var causal) && causal.Flag())
            {
                foreach (var call in entry.Calls)
                {
                    (call["kwargs"] ??= new JsonObject()).AsObject()["use_causal_mask"] = true;
                }
            }

            if (name == "AdditiveAttention" || config["score_mode"] is JsonObject)
            {
                // A function in place of the mode; the additive layer has but one.
                config.Remove("score_mode");
            }
        }
    }

    private static void Positions(JsonObject call)
    {
        if (call["args"] is not JsonArray arguments || call["kwargs"] is not JsonObject named)
        {
            return;
        }

        foreach (var (key, position) in (ReadOnlySpan<(string, int)>)[("query", 0), ("value", 1), ("key", 2)])
        {
            if (arguments.Count == position && named[key] is JsonObject && named.Take(key, out var tensor))
            {
                arguments.Add(tensor?.DeepClone());
            }
        }
    }
}
