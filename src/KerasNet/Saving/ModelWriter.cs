namespace KerasNet.Saving;

/// <summary>Writes models in the format that the file's name says.</summary>
internal static class ModelWriter
{
    public static void Save(Model model, string path, bool overwrite, bool zipped = true)
    {
        Check(path, overwrite);
        if (!zipped)
        {
            KerasArchiveWriter.WriteFolder(model, path);
        }
        else if (path.EndsWith(".keras", StringComparison.OrdinalIgnoreCase))
        {
            KerasArchiveWriter.Write(model, path);
        }
        else if (IsHdf5(path))
        {
            H5ModelWriter.Write(model, path);
        }
        else
        {
            throw new ArgumentException($"The filename must end in `.keras` (Keras 3) or `.h5` (for Keras 1 and 2 too). Received: filepath={path}. Use model.SaveWeights for weights alone.", nameof(path));
        }
    }

    public static void SaveWeights(Model model, string path, bool overwrite, string? format, double? maxShardSize = null)
    {
        Check(path, overwrite);
        if (maxShardSize is { } size)
        {
            Internal.Require.Positive(size, nameof(maxShardSize));
            if (!path.EndsWith(".weights.json", StringComparison.OrdinalIgnoreCase))
            {
                throw new ArgumentException($"The filename must end in `.weights.json` when `max_shard_size` is specified. Received: filepath={path}", nameof(path));
            }

            new ShardedWeightWriter(path, size).Write(SavedTree.Of(model), model.Optimizer);
            return;
        }

        if (format is "tf" or "tensorflow")
        {
            Check(path + ".index", overwrite);
            TensorFlowFiles.Formats(path).SaveWeights(model, path);
        }
        else if (format is not (null or "h5" or "hdf5"))
        {
            throw new ArgumentException($"Unknown save_format '{format}'. Expected 'tf' (a TensorFlow checkpoint), or 'h5' and null, where the end of the name tells which.", nameof(format));
        }
        else if (path.EndsWith(".weights.h5", StringComparison.OrdinalIgnoreCase))
        {
            using var file = Hdf5.Hdf5Writer.Create(path);
            WeightWriter.Write(SavedTree.Of(model), model.Optimizer, file.Root);
            file.Commit();
        }
        else if (IsHdf5(path))
        {
            H5ModelWriter.WriteWeights(model, path);
        }
        else
        {
            throw new ArgumentException($"The filename must end in `.weights.h5` (Keras 3) or `.h5` (for Keras 1 and 2 too). Received: filepath={path}. Pass saveFormat: \"tf\" for a TensorFlow checkpoint.", nameof(path));
        }
    }

    private static bool IsHdf5(string path) => path.EndsWith(".h5", StringComparison.OrdinalIgnoreCase) || path.EndsWith(".hdf5", StringComparison.OrdinalIgnoreCase);

    private static void Check(string path, bool overwrite)
    {
        if (!overwrite && (File.Exists(path) || File.Exists(Path.Combine(path, "config.json"))))
        {
            throw new IOException($"'{Path.GetFullPath(path)}' is there already. Pass overwrite: true to replace it.");
        }
    }
}
