using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using KerasNet.Layers;

namespace KerasNet.Saving;

/// <summary>What a file said of a layer that is no argument of its class: ranks of low-rank additions, quantisation. Weights that come later need it.</summary>
internal static class LoadNotes
{
    /// <summary>The key under which rules leave it in a config.</summary>
    public const string Key = "__notes__";

    private static readonly ConditionalWeakTable<Layer, JsonObject> _notes = [];

    public static void Keep(Layer layer, JsonObject notes) => _notes.AddOrUpdate(layer, notes.DeepClone().AsObject());

    public static JsonObject? Of(Layer layer) => _notes.TryGetValue(layer, out var notes) ? notes : null;
}
