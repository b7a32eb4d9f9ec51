using System.Text.Json.Nodes;
using KerasNet.Hdf5;
using KerasNet.Layers;
using KerasNet.Saving.Legacy;

namespace KerasNet.Saving;

/// <summary>Writes <c>.h5</c> files that Keras 2 and Keras 3 open: config, weights by layer, compiled state.</summary>
internal static class H5ModelWriter
{
    private const string Version = "2.16.0";

    public static void Write(Model model, string path)
    {
        using var file = Hdf5Writer.Create(path);
        var root = file.Root;
        root.SetText("keras_version", Version, utf8: true);
        root.SetText("backend", "tensorflow", utf8: true);
        root.SetText("model_config", Keras2Config.Of(model).ToJsonString(), utf8: true);
        Weights(model, root.Group("model_weights"));
        if (ModelConfigWriter.CompileConfig(model) is { } compiled)
        {
            root.SetText("training_config", Keras2Config.Training(compiled).ToJsonString(), utf8: true);
            if (model.Optimizer is { Built: true } optimizer)
            {
                Keras2Optimizer.Write(optimizer, root.Group("optimizer_weights"));
            }
        }

        file.Commit();
    }

    public static void WriteWeights(Model model, string path)
    {
        using var file = Hdf5Writer.Create(path);
        Weights(model, file.Root);
        file.Commit();
    }

    private static void Weights(Model model, Hdf5GroupWriter group)
    {
        group.SetTexts("layer_names", [.. model.Layers.Select(l => l.Name)]);
        group.SetText("backend", "tensorflow", utf8: true);
        group.SetText("keras_version", Version, utf8: true);
        foreach (var layer in model.Layers.OrderBy(l => l.Name, StringComparer.Ordinal))
        {
            var own = group.Group(layer.Name);
            var variables = Ordered(layer);
            string[] names = Names(layer, variables);
            own.SetTexts("weight_names", names);
            foreach (var (name, value) in names.Zip(WeightValues.Read(variables)))
            {
                WeightWriter.Add(own, name, value);
            }
        }

        group.Group("top_level_model_weights").SetTexts("weight_names", []);
    }

    /// <summary>Trainable first, then the others, as both Kerases expect it.</summary>
    private static List<KerasVariable> Ordered(Layer layer)
    {
        var (trainable, others) = LegacyOrder.Of(layer, LegacyCounts.Of);
        var next = new Dictionary<LegacyLeaf, int>();
        var list = new List<KerasVariable>();
        foreach (var (leaf, count) in trainable.Concat(others))
        {
            var from = next.GetValueOrDefault(leaf);
            list.AddRange(leaf.Variables.Skip(from).Take(count));
            next[leaf] = from + count;
        }

        return list;
    }

    private static string[] Names(Layer layer, List<KerasVariable> variables)
    {
        var used = new HashSet<string>(StringComparer.Ordinal);
        return [.. variables.Select(v =>
        {
            var name = v.Path.StartsWith(layer.Name + "/", StringComparison.Ordinal) ? v.Path : $"{layer.Name}/{v.Path}";
            var unique = $"{name}:0";
            for (var i = 1; !used.Add(unique); i++)
            {
                unique = $"{name}_{i}:0";
            }

            return unique;
        })];
    }
}
