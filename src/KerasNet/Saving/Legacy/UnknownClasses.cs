using System.Text.Json.Nodes;
using KerasNet.Internal;
using KerasNet.Layers;

namespace KerasNet.Saving.Legacy;

/// <summary>All layers of a config whose class is not known, at once. Row 17 of loading-traps.md.</summary>
internal static class UnknownClasses
{
    /// <exception cref="ArgumentException">There are some.</exception>
    public static void Check(JsonObject model)
    {
        var unknown = new SortedDictionary<string, List<string>>(StringComparer.Ordinal);
        Visit(model, unknown, isLayer: true);
        if (unknown.Count == 0)
        {
            return;
        }

        var known = KerasObjects.Names(typeof(Layer)).ToList();
        var lines = unknown.Select(u => $"'{u.Key}' (layer {string.Join(", ", u.Value.Take(3).Select(n => $"'{n}'"))}{(u.Value.Count > 3 ? ", …" : string.Empty)})"
            + (Suggest.Nearest(u.Key, known) is { Length: > 0 } near ? $", near to {string.Join(" or ", near.Select(n => $"'{n}'"))}" : string.Empty));
        throw new ArgumentException($"Unknown layer class{(unknown.Count > 1 ? "es" : string.Empty)} in the file: {string.Join("; ", lines)}. Write {(unknown.Count > 1 ? "them" : "it")} in C# and pass customObjects: new CustomObjects().Class<…>(), or register with KerasObjects.Register<T>().");
    }

    private static void Visit(JsonNode? node, SortedDictionary<string, List<string>> unknown, bool isLayer)
    {
        if (node is not JsonObject entry || entry["config"] is not JsonObject config)
        {
            return;
        }

        var name = entry.Text("class_name") ?? string.Empty;
        if (isLayer && !FunctionalOperations.IsFunction(entry) && !KerasObjects.IsKnownLayer(entry.Text("registered_name") ?? name) && !KerasObjects.IsKnownLayer(name))
        {
            (unknown.TryGetValue(name, out var list) ? list : unknown[name] = []).Add(config.Text("name") ?? entry.Text("name") ?? name);
        }

        foreach (var layer in config["layers"] as JsonArray ?? [])
        {
            Visit(layer, unknown, isLayer: true);
        }

        foreach (var key in (string[])["layer", "cell", "forward_layer", "backward_layer"])
        {
            Visit(config[key], unknown, isLayer: true);
        }
    }
}
