using KerasNet.Hdf5;
using KerasNet.Layers;

namespace KerasNet.Saving;

/// <summary>Fills a model's variables from a Keras 3 weights file.</summary>
/// <param name="source">The file or its parts.</param>
/// <param name="skipMismatch">Whether what does not fit is left as it is, with a line on the error stream.</param>
/// <param name="mayQuantize">Whether layers in floats are quantised where the file's are: the model was made for this file.</param>
internal sealed class WeightReader(WeightSource source, bool skipMismatch, bool mayQuantize = false)
{
    private readonly List<string> _missing = [];

    /// <summary>Reads everything below a node.</summary>
    /// <exception cref="ArgumentException">The file's variables are not those of the model.</exception>
    public void Load(SavedNode root, string path = "")
    {
        Visit(root, path);
        if (_missing.Count > 0)
        {
            var text = $"A total of {_missing.Count} objects could not be loaded. {string.Join(" ", _missing.Take(5))}";
            if (!skipMismatch)
            {
                throw new ArgumentException(text + " Pass skipMismatch: true to leave them as they are.");
            }

            Console.Error.WriteLine(text);
        }
    }

    private void Visit(SavedNode node, string path)
    {
        if (mayQuantize && node.Owner is AdaptedLayer floats && StoredForms.Of(floats, node.Variables.Count, source.Variables(path)) is { } config)
        {
            floats.Quantize(config.Mode, config);
        }

        if (node.State is { } state)
        {
            Load(state, path);
        }
        else if (node.Variables.Count > 0)
        {
            Fill(node, path);
        }

        var taken = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (childPath, child) in node.Children)
        {
            if (Find(path, childPath, child, taken) is { } found)
            {
                taken.Add(found);
                Visit(child, found);
            }
            else if (child.HasVariables && !IsFilled(child, node))
            {
                _missing.Add($"'{child.Name}' is not in the file (path '{Join(path, childPath)}').");
            }
        }
    }

    /// <summary>A layer that two attributes hold is saved under the first of them.</summary>
    private static bool IsFilled(SavedNode child, SavedNode node) => node.Children.Count(c => ReferenceEquals(c.Node.Owner, child.Owner)) > 1;

    private string? Find(string path, string childPath, SavedNode child, HashSet<string> taken)
    {
        var wanted = Join(path, childPath);
        if (source.Has(wanted) && !taken.Contains(wanted))
        {
            return wanted;
        }

        // Private attributes lost their line in some versions.
        var (folder, key) = childPath.LastIndexOf('/') is >= 0 and var slash ? (childPath[..slash], childPath[(slash + 1)..]) : (string.Empty, childPath);
        foreach (var other in (string[])[key.TrimStart('_'), "_" + key.TrimStart('_')])
        {
            if (other != key && source.Has(Join(path, Join(folder, other))))
            {
                return Join(path, Join(folder, other));
            }
        }

        return folder == "layers" ? ByNumber(path, key, taken) ?? ByName(path, child, taken) : null;
    }

    /// <summary>Keras 2.12 numbers layers of a class with gaps: the n-th of them is the n-th here.</summary>
    private string? ByNumber(string path, string key, HashSet<string> taken)
    {
        var folder = Join(path, "_layer_checkpoint_dependencies");
        var (stem, number) = Split(key);
        var same = source.Children(folder).Select(n => (Name: n, Key: Split(n))).Where(n => n.Key.Stem == stem).OrderBy(n => n.Key.Number).ToList();
        var found = number < same.Count ? Join(folder, same[number].Name) : null;
        return found is null || taken.Contains(found) ? null : found;
    }

    private string? ByName(string path, SavedNode child, HashSet<string> taken)
    {
        var folder = Join(path, "layers");
        return source.Children(folder).Select(n => Join(folder, n)).FirstOrDefault(p => !taken.Contains(p) && source.NameOf(p) == child.Name);
    }

    private static (string Stem, int Number) Split(string key) =>
        key.LastIndexOf('_') is > 0 and var line && int.TryParse(key.AsSpan(line + 1), System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var number)
            ? (key[..line], number)
            : (key, 0);

    private void Load(ISavedState state, string path)
    {
        try
        {
            state.LoadOwnVariables(source.Variables(path).ToDictionary(v => v.Key, v => StoredTensor.Read(v.Value), StringComparer.Ordinal));
        }
        catch (ArgumentException e) when (state is AdaptedState)
        {
            _missing.Add(e.Message);
        }
    }

    private void Fill(SavedNode node, string path)
    {
        var stored = source.Variables(path);
        var targets = new List<KerasVariable>();
        var values = new List<Tensor>();
        for (var i = 0; i < node.Variables.Count; i++)
        {
            var variable = node.Variables[i];
            if (!stored.TryGetValue(i.ToString(System.Globalization.CultureInfo.InvariantCulture), out var dataset) && !stored.TryGetValue(variable.Name, out dataset))
            {
                _missing.Add($"Layer '{node.Name}' expected {node.Variables.Count} variables, but received {stored.Count} variables during loading. Expected: {string.Join(", ", node.Variables.Select(v => v.Name))}.");
                return;
            }

            if (StoredTensor.ShapeOf(dataset) is var shape && shape != variable.Shape)
            {
                _missing.Add($"Layer '{node.Name}': variable '{variable.Name}' has shape {variable.Shape}, the file's has {shape}.");
                return;
            }

            targets.Add(variable);
            values.Add(StoredTensor.Read(dataset));
        }

        WeightValues.Write(targets, values);
    }

    private static string Join(string path, string key) => path.Length == 0 ? key : key.Length == 0 ? path : $"{path}/{key}";
}
