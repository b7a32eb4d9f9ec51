using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.Json.Nodes;
using KerasNet.Hdf5;
using KerasNet.Layers;

namespace KerasNet.Saving;

/// <summary>Writes <c>.keras</c> files as Keras 3 does: config.json, metadata.json, model.weights.h5 and assets, stored without packing.</summary>
internal static class KerasArchiveWriter
{
    public static void Write(Model model, string path) => WholeFile.Write(path, stream =>
    {
        using var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true);
        Parts(model, (name, write) =>
        {
            using var entry = zip.CreateEntry(name, CompressionLevel.NoCompression).Open();
            write(entry);
        });
    });

    /// <summary>Writes the parts as files of a folder.</summary>
    public static void WriteFolder(Model model, string path) => Parts(model, (name, write) =>
    {
        var file = Path.Combine(path, name);
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(file))!);
        WholeFile.Write(file, write);
    });

    private static void Parts(Model model, Action<string, Action<Stream>> add)
    {
        add("metadata.json", Text(new JsonObject
        {
            ["keras_version"] = Legacy.KerasOrigin.Current.Version,
            ["date_saved"] = DateTime.UtcNow.ToString("yyyy-MM-dd'@'HH:mm:ss", CultureInfo.InvariantCulture),
        }.ToJsonString()));
        add("config.json", Text(ModelConfigWriter.Of(model).ToJsonString()));
        var tree = SavedTree.Of(model);

        // HDF5 is written back and forth, a zip from front to back: the weights take their own file first.
        var weights = Path.Combine(Path.GetTempPath(), $"keras-{Guid.NewGuid():n}.weights.h5");
        try
        {
            using (var file = Hdf5Writer.Create(weights))
            {
                WeightWriter.Write(tree, model.Optimizer, file.Root);
                file.Commit();
            }

            using var from = File.OpenRead(weights);
            add("model.weights.h5", from.CopyTo);
        }
        finally
        {
            File.Delete(weights);
        }

        Assets(add, tree, "assets");
    }

    private static void Assets(Action<string, Action<Stream>> add, SavedNode node, string path)
    {
        if (node.State is { } state)
        {
            foreach (var (name, text) in state.SaveAssets())
            {
                add($"{path}/{name}", Text(text));
            }
        }

        foreach (var (child, inner) in node.Children)
        {
            Assets(add, inner, $"{path}/{child}");
        }
    }

    private static Action<Stream> Text(string text) => stream => stream.Write(Encoding.UTF8.GetBytes(text));
}
