using System.Text.Json.Nodes;
using KerasNet.Losses;
using KerasNet.Saving.Legacy;
using KerasNet.Training;

namespace KerasNet.Saving;

/// <summary>Losses in compiled states: names, functions, objects, lists and dictionaries of them. Row 20 of loading-traps.md.</summary>
internal static class LossConfig
{
    public static LossSpec? Create(JsonNode? node, KerasOrigin origin) => node switch
    {
        null => null,
        JsonArray list => LossSpec.Create([.. list.Select(n => n is null ? null : (LossSpec?)One(n, origin))]),
        JsonObject o when !o.ContainsKey("class_name") => (LossSpec)o.Where(p => p.Value is not null).ToDictionary(p => p.Key, p => One(p.Value!, origin)),
        _ => One(node, origin),
    };

    /// <summary>One loss: a name, a function or an object.</summary>
    public static Loss One(JsonNode node, KerasOrigin origin)
    {
        if (TrainingFunction.NameOf(node) is { } known)
        {
            return Named(known);
        }

        var o = node.AsObject();
        var name = o.Text("class_name") ?? string.Empty;
        var config = (o["config"] as JsonObject ?? []).DeepClone().AsObject();
        if (name == "LossFunctionWrapper" && config.Text("fn") is { } function)
        {
            return Named(function);
        }

        if (origin.Major < 3)
        {
            config.Drop("fn");
            if (config.Text("reduction") is "auto" or "sum_over_batch_size" or null)
            {
                config.Remove("reduction");
            }
        }

        return (Loss)ObjectSerializer.Deserialize(new JsonObject { ["class_name"] = name, ["config"] = config, ["registered_name"] = o["registered_name"]?.DeepClone() }, typeof(Loss));
    }

    private static Loss Named(string name) => LoadContext.Find(c => c.FindLoss(Bare(name))) is { } own ? new FunctionLoss(own)
        : Bare(name);

    /// <summary>The name without package and module.</summary>
    private static string Bare(string name) => name[(name.LastIndexOfAny(['.', '>']) + 1)..];
}
