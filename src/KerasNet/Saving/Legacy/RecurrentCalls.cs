using System.Text.Json.Nodes;

namespace KerasNet.Saving.Legacy;

/// <summary>Keras 1 and 2 pass the first states of recurrent layers among the inputs; Keras 3 by name. Row 13 of loading-traps.md.</summary>
internal static class RecurrentCalls
{
    public static void Apply(LayerEntry entry)
    {
        if (entry.Origin.Major >= 3 || !LayerNames.Recurrent.Contains(entry.ClassName))
        {
            return;
        }

        foreach (var call in entry.Calls)
        {
            if (call["args"] is JsonArray { Count: 1 } arguments && arguments[0] is JsonArray { Count: > 1 } all)
            {
                var tensors = all.Select(t => t?.DeepClone()).ToList();
                call["args"] = new JsonArray(tensors[0]);
                (call["kwargs"] ??= new JsonObject()).AsObject()["initial_state"] = new JsonArray([.. tensors.Skip(1)]);
            }
        }
    }
}
