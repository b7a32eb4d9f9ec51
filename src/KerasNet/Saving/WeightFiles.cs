using KerasNet.Hdf5;
using KerasNet.Saving.Legacy;

namespace KerasNet.Saving;

/// <summary>Weights alone, into a model that is there: <c>.weights.h5</c> and its shards, legacy <c>.h5</c>, whole models, checkpoints of TensorFlow.</summary>
internal static class WeightFiles
{
    public static void Load(Model model, string path, bool skipMismatch, bool byName)
    {
        var isCheckpoint = TensorFlowFiles.IsCheckpoint(path);
        if (!isCheckpoint && !File.Exists(path))
        {
            throw new FileNotFoundException($"There is no weights file '{Path.GetFullPath(path)}'.", path);
        }

        if (model.Graph is null && model.Weights.Count == 0)
        {
            throw new InvalidOperationException($"Model '{model.Name}' has no weights yet: its input shape is not known. Declare it with Keras.Input(…), or call the model on data, before LoadWeights.");
        }

        if (isCheckpoint)
        {
            TensorFlowFiles.Formats(path).LoadWeights(model, path, skipMismatch);
            return;
        }

        if (path.EndsWith(".json", StringComparison.OrdinalIgnoreCase))
        {
            using var shards = WeightSource.OfShards(path);
            new WeightReader(shards, skipMismatch).Load(SavedTree.Of(model));
            return;
        }

        if (ModelFiles.IsZip(path))
        {
            KerasArchive.LoadWeights(model, path, skipMismatch);
            return;
        }

        using var file = Hdf5File.Open(path);
        var group = file.Root.Find("model_weights") as Hdf5Group ?? file.Root;
        if (LegacyWeightFile.Is(group))
        {
            var origin = new KerasOrigin(Text(file.Root, group, "keras_version") ?? "1", Text(file.Root, group, "backend"));
            LegacyWeightFile.Load(group, model, origin, byName, skipMismatch, path);
            return;
        }

        if (byName)
        {
            throw new NotSupportedException($"'{path}' is a weights file of Keras 3, which has no names of layers to look for. Leave out byName.");
        }

        using var source = WeightSource.Of(file);
        new WeightReader(source, skipMismatch).Load(SavedTree.Of(model));
        if (model.Optimizer is { } optimizer && source.Has("optimizer"))
        {
            optimizer.Build(model.TrainableWeights);
            OptimizerState.Load(optimizer, source, KerasOrigin.Current, model.Name);
        }
    }

    private static string? Text(Hdf5Group root, Hdf5Group group, string name) => root.Attributes.Text(name) ?? group.Attributes.Text(name);
}
