using System.Text.Json.Nodes;
using KerasNet.Hdf5;
using KerasNet.Saving.Legacy;

namespace KerasNet.Saving;

/// <summary>Looks into a Keras 3 file, compares it with a model, changes names and weights, and saves the weights: for files of an architecture that has changed since.</summary>
/// <remarks>Python: <c>keras.saving.KerasFileEditor</c>.</remarks>
/// <example><code>
/// var editor = new KerasFileEditor("my_model.weights.h5");
/// editor.Summary();
/// editor.DeleteObject("layers/dense_2");
/// editor.AddObject("layers/einsum_dense", new Dictionary&lt;string, Tensor&gt; { ["0"] = kernel });
/// editor.Save("edited_model.weights.h5");
/// </code></example>
public sealed class KerasFileEditor
{
    private readonly Action<string> _print;

    /// <summary>Reads a file and says what it is.</summary>
    /// <param name="filepath">A <c>.keras</c> or <c>.weights.h5</c> file.</param>
    /// <param name="printFn">Takes each line; null: the console.</param>
    /// <exception cref="ArgumentException">The name ends otherwise.</exception>
    /// <exception cref="InvalidDataException">The file is damaged.</exception>
    public KerasFileEditor(string filepath, Action<string>? printFn = null)
    {
        _print = printFn ?? Keras.Messages.WriteLine;
        Filepath = filepath;
        if (filepath.EndsWith(".keras", StringComparison.Ordinal))
        {
            (Weights, Config, Metadata) = KerasArchive.ReadParts(filepath);
        }
        else if (filepath.EndsWith(".weights.h5", StringComparison.Ordinal))
        {
            using var file = Hdf5File.Open(filepath);
            Weights = WeightTree.Of(file.Root);
        }
        else
        {
            throw new ArgumentException($"Invalid filename: expected a `.keras` `.weights.h5` extension. Received: filepath={filepath}", nameof(filepath));
        }

        _print($"Keras model file '{filepath}'");
        if (Metadata is not null)
        {
            _print($"Saved with Keras {Metadata.Text("keras_version")} - date: {Metadata.Text("date_saved")}");
        }
    }

    /// <summary>The file.</summary>
    public string Filepath { get; }

    /// <summary>The model's config; null for weights alone.</summary>
    public JsonObject? Config { get; }

    /// <summary>Keras's version and the date; null for weights alone.</summary>
    public JsonObject? Metadata { get; }

    private WeightTree Weights { get; }

    /// <summary>Prints the objects with the shapes and types of their weights.</summary>
    public void Summary()
    {
        _print("Weights structure");
        Print(Weights, "  ", isFirst: true);
    }

    /// <summary>Prints what differs between the file and a model that has its weights.</summary>
    /// <returns>Whether they fit, and the numbers of mismatches and matches. As Keras counts, which counts those of inner objects again for each of their siblings before.</returns>
    public (string Status, int ErrorCount, int MatchCount) Compare(Model referenceModel)
    {
        _print("Running comparison");
        var reference = WeightTree.Of(referenceModel);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var (errors, matches) = Compare(Weights, reference, string.Empty, "saved file", "reference model", (0, 0), seen);
        errors += Compare(reference, Weights, string.Empty, "reference model", "saved file", (0, 0), seen).Errors;
        _print("─────────────────────");
        if (errors == 0)
        {
            _print("Comparison successful: saved file is compatible with the reference model");
            _print($"    Found {matches} matching weight{(matches == 1 ? string.Empty : "s")}");
            return ("success", errors, matches);
        }

        _print($"Found {errors} error{(errors == 1 ? string.Empty : "s")}: saved file is not compatible with the reference model");
        return ("error", errors, matches);
    }

    /// <summary>Gives an object another name.</summary>
    /// <param name="objectName">Its name, where only one has it, or its path: <c>layers/dense_2</c>.</param>
    /// <param name="newName">The new last part of the path.</param>
    /// <exception cref="ArgumentException">There is none, there are several, or the new name is a path.</exception>
    public void RenameObject(string objectName, string newName)
    {
        if (newName.Contains('/', StringComparison.Ordinal))
        {
            throw new ArgumentException($"Argument `target_name` should be a leaf name, not a full path name. Received: target_name='{newName}'", nameof(newName));
        }

        var (holder, name) = Find(objectName);
        var item = holder[name]!;
        holder.Remove(name);
        holder.Set(newName, item);
    }

    /// <summary>Removes an object with all that is in it.</summary>
    /// <param name="objectName">Its name, where only one has it, or its path.</param>
    /// <exception cref="ArgumentException">There is none, or there are several.</exception>
    public void DeleteObject(string objectName)
    {
        var (holder, name) = Find(objectName);
        holder.Remove(name);
    }

    /// <summary>Adds an object with its weights.</summary>
    /// <param name="objectPath">Its path: <c>layers/dense_2</c>.</param>
    /// <param name="weights">Weights by name, usually <c>0</c>, <c>1</c>, ….</param>
    /// <exception cref="ArgumentException">The path before its last part does not exist.</exception>
    public void AddObject(string objectPath, IReadOnlyDictionary<string, Tensor> weights)
    {
        string[] parts = objectPath.Split('/');
        var holder = Weights;
        foreach (var part in parts[..^1])
        {
            holder = holder.Inside(part) ?? throw new ArgumentException($"Path '{string.Join('/', parts[..^1])}' not found in model.", nameof(objectPath));
        }

        var made = new WeightTree();
        Add(made, weights);
        holder.Set(parts[^1], made);
    }

    /// <summary>Removes a weight of an object.</summary>
    /// <param name="objectName">The object's name, where only one has it, or its path.</param>
    /// <param name="weightName">The weight's name: <c>0</c>.</param>
    /// <exception cref="ArgumentException">There is no such object or weight, or there are several.</exception>
    public void DeleteWeight(string objectName, string weightName)
    {
        var item = Object(objectName);
        if (!item.Remove(weightName))
        {
            throw new ArgumentException($"Weight {weightName} not found in object {objectName}. Weights found: {Listed(item.Names)}", nameof(weightName));
        }
    }

    /// <summary>Adds weights to an object, or replaces those of the same names.</summary>
    /// <param name="objectName">The object's name, where only one has it, or its path.</param>
    /// <param name="weights">Weights by name.</param>
    /// <exception cref="ArgumentException">There is no such object, or there are several.</exception>
    public void AddWeights(string objectName, IReadOnlyDictionary<string, Tensor> weights) => Add(Object(objectName), weights);

    /// <summary>Writes the weights.</summary>
    /// <param name="filepath">A <c>.weights.h5</c> file.</param>
    /// <exception cref="ArgumentException">The name ends otherwise.</exception>
    public void Save(string filepath)
    {
        if (!filepath.EndsWith(".weights.h5", StringComparison.Ordinal))
        {
            throw new ArgumentException($"Invalid `filepath` argument: expected a `.weights.h5` extension. Received: filepath={filepath}", nameof(filepath));
        }

        using var file = Hdf5Writer.Create(filepath);
        Weights.Write(file.Root);
        file.Commit();
    }

    /// <summary>As <see cref="Save"/>.</summary>
    public void ResaveWeights(string filepath) => Save(filepath);

    private static void Add(WeightTree tree, IReadOnlyDictionary<string, Tensor> weights)
    {
        foreach (var (name, value) in weights)
        {
            tree.Set(name, value.IsConcrete ? value : throw new ArgumentException($"Weight '{name}' has no value: it is symbolic.", nameof(weights)));
        }
    }

    private WeightTree Object(string objectName)
    {
        var (holder, name) = Find(objectName);
        return holder.Inside(name) ?? throw new ArgumentException($"'{objectName}' is a weight. Expected: an object that has weights.", nameof(objectName));
    }

    private (WeightTree Holder, string Name) Find(string name)
    {
        string[] parts = name.Split('/');
        if (parts.Length > 1)
        {
            WeightTree? holder = Weights;
            foreach (var part in parts[..^1])
            {
                holder = holder?.Inside(part);
            }

            return holder?[parts[^1]] is not null ? (holder, parts[^1]) : throw new ArgumentException($"Path '{name}' not found in model.", nameof(name));
        }

        return Weights.Count(name) switch
        {
            0 => throw new ArgumentException($"Source name '{name}' does not appear in the model. Use Summary() to list all objects.", nameof(name)),
            1 => (Weights.Holder(name)!, name),
            _ => throw new ArgumentException($"Name '{name}' occurs more than once in the model; try passing a complete path", nameof(name)),
        };
    }

    private void Print(WeightTree tree, string prefix, bool isFirst)
    {
        for (var i = 0; i < tree.Names.Count; i++)
        {
            var (name, isLast) = (tree.Names[i], i == tree.Names.Count - 1);
            var connector = isFirst ? "> " : isLast ? "└─ " : "├─ ";
            isFirst = false;
            if (tree[name] is WeightTree inside)
            {
                _print($"{prefix}{connector}{name}");
                Print(inside, prefix + (isLast ? "    " : "│   "), isFirst: false);
            }
            else
            {
                var value = (Tensor)tree[name]!;
                _print($"{prefix}{connector}{name}: shape={value.Shape}, dtype={value.DType.Name()}");
            }
        }
    }

    private (int Errors, int Matches) Compare(WeightTree target, WeightTree reference, string path, string targetName, string referenceName, (int Errors, int Matches) count, HashSet<string> seen)
    {
        foreach (var name in reference.Names)
        {
            var (inner, expected, found) = ($"{path}/{name}", reference[name]!, target[name]);
            if (seen.Contains(inner))
            {
                continue;
            }

            if (found is null || found is WeightTree != expected is WeightTree)
            {
                count.Errors++;
                seen.Add(inner);
                _print($"...{(expected is WeightTree ? "Object" : "Weight")} {inner} present in {referenceName}, missing from {targetName}");
                if (expected is WeightTree missing)
                {
                    _print($"    In {referenceName}, {inner} contains the following keys: {Listed(missing.Names)}");
                }
            }
            else if (expected is WeightTree inside)
            {
                // Keras hands its counts down and adds what comes back, which holds them already.
                var (errors, matches) = Compare((WeightTree)found, inside, inner, targetName, referenceName, count, seen);
                count = (count.Errors + errors, count.Matches + matches);
            }
            else if (!((Tensor)found).Shape.Equals(((Tensor)expected).Shape))
            {
                count.Errors++;
                seen.Add(inner);
                _print($"...Weight shape mismatch for {inner}");
                _print($"    In {referenceName}: shape={((Tensor)expected).Shape}");
                _print($"    In {targetName}: shape={((Tensor)found).Shape}");
            }
            else
            {
                count.Matches++;
            }
        }

        return count;
    }

    private static string Listed(IEnumerable<string> names) => $"[{string.Join(", ", names.Select(n => $"'{n}'"))}]";
}
