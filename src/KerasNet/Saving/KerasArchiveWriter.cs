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
        Add(zip, "metadata.json", new JsonObject
        {
            ["keras_version"] = Legacy.KerasOrigin.Current.Version,
            ["date_saved"] = DateTime.UtcNow.ToString("yyyy-MM-dd'@'HH:mm:ss", CultureInfo.InvariantCulture),
        }.ToJsonString());
        Add(zip, "config.json", ModelConfigWriter.Of(model).ToJsonString());
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
            using var to = zip.CreateEntry("model.weights.h5", CompressionLevel.NoCompression).Open();
            from.CopyTo(to);
        }
        finally
        {
            File.Delete(weights);
        }

        Assets(zip, tree, "assets");
    });

    private static void Assets(ZipArchive zip, SavedNode node, string path)
    {
        if (node.Owner is ISavedState state)
        {
            foreach (var (name, text) in state.SaveAssets())
            {
                Add(zip, $"{path}/{name}", text);
            }
        }

        foreach (var (child, inner) in node.Children)
        {
            Assets(zip, inner, $"{path}/{child}");
        }
    }

    private static void Add(ZipArchive zip, string name, string text)
    {
        using var stream = zip.CreateEntry(name, CompressionLevel.NoCompression).Open();
        stream.Write(Encoding.UTF8.GetBytes(text));
    }
}
