using KerasNet.Hdf5;
using KerasNet.Layers;

namespace KerasNet.Saving.Legacy;

/// <summary>Weights in groups by layer, listed by the attributes <c>layer_names</c> and <c>weight_names</c>: <c>.h5</c> of every Keras. Rows 7, 8 and 23 of loading-traps.md.</summary>
/// <remarks>Python: <c>load_weights_from_hdf5_group</c> and its form by name.</remarks>
internal static class LegacyWeightFile
{
    /// <summary>True where a group holds weights in this form.</summary>
    public static bool Is(Hdf5Group group) => group.Attributes.Contains("layer_names") || group.Attributes.Contains("layer_names0");

    /// <summary>Fills the model's variables.</summary>
    /// <param name="group">The group with one group for each layer.</param>
    /// <param name="model">The model.</param>
    /// <param name="origin">Which Keras wrote it.</param>
    /// <param name="byName">Layers are found by their names, and what the model lacks is left out; else by their order.</param>
    /// <param name="skipMismatch">What does not fit is left as it is, with a line on the error stream.</param>
    /// <param name="path">The file, for messages.</param>
    /// <exception cref="ArgumentException">Layers or shapes do not fit.</exception>
    public static void Load(Hdf5Group group, Model model, KerasOrigin origin, bool byName, bool skipMismatch, string path)
    {
        foreach (var (layer, arrays) in Pairs(group, model, origin, byName, path))
        {
            var values = LegacyWeights.Match(layer, arrays, origin, out var problem);
            if (problem is null)
            {
                WeightValues.Write([.. values.Select(v => v.Variable)], [.. values.Select(v => v.Value)]);
            }
            else if (skipMismatch)
            {
                Console.Error.WriteLine($"Skipping loading of weights for layer '{layer.Name}': {problem}");
            }
            else
            {
                throw new ArgumentException($"'{path}': {problem}");
            }
        }
    }

    /// <summary>The model's layers that have weights, each with its arrays.</summary>
    public static IReadOnlyList<(Layer Layer, IReadOnlyList<LegacyWeight> Arrays)> Pairs(Hdf5Group group, Model model, KerasOrigin origin, bool byName, string path)
    {
        var names = group.Attributes.Texts("layer_names") ?? throw new InvalidDataException($"'{path}' holds no Keras weights: the attribute layer_names is missing.");
        var stored = names.Select(n => (Name: n, Arrays: Arrays(group, n))).Where(s => s.Arrays.Count > 0).ToList();
        Layer[] layers = [.. model.Layers.Where(l => l.Weights.Count > 0)];
        if (byName)
        {
            return [.. stored.SelectMany(s => layers.Where(l => IsName(l, s.Name)).Select(l => (l, s.Arrays)))];
        }

        // All names known: by name, whatever order the layers came in. Else one after the other, as Keras does.
        if (stored.Count == layers.Length && stored.All(s => Array.Exists(layers, l => IsName(l, s.Name))) && stored.Select(s => SlashNames.Plain(s.Name)).Distinct().Count() == stored.Count)
        {
            return [.. stored.Select(s => (Array.Find(layers, l => IsName(l, s.Name))!, s.Arrays))];
        }

        return stored.Count == layers.Length
            ? [.. layers.Zip(stored, (l, s) => (l, s.Arrays))]
            : throw new ArgumentException($"Layer count mismatch when loading weights from file '{path}'. Model expected {layers.Length} layers ({string.Join(", ", layers.Select(l => l.Name))}), found {stored.Count} saved layers ({string.Join(", ", stored.Select(s => s.Name))}). Pass byName: true to take those whose names agree.");
    }

    private static bool IsName(Layer layer, string stored) => layer.Name == stored || layer.Name == SlashNames.Plain(stored);

    private static IReadOnlyList<LegacyWeight> Arrays(Hdf5Group group, string layer)
    {
        var own = group.Find(layer) as Hdf5Group ?? throw new InvalidDataException($"The file names layer '{layer}' but has no group for it.");
        return [.. (own.Attributes.Texts("weight_names") ?? []).Select(n => LegacyWeight.Of(n, own.Dataset(n)))];
    }
}
