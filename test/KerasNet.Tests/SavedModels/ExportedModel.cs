using System.IO.Compression;

namespace KerasNet.Tests;

/// <summary>A model of test/golden/programs in a folder of its own.</summary>
internal sealed class ExportedModel : IDisposable
{
    /// <summary>Names of all models: archive and model.</summary>
    public static IEnumerable<string> Names => ((string[])["keras3", "keras2"]).SelectMany(a =>
    {
        using var archive = ZipFile.OpenRead(Golden.PathOf($"programs/{a}.zip"));
        return archive.Entries.Where(e => e.Name == "io.npz").Select(e => $"{a}/{e.FullName.Split('/')[0]}").ToList();
    });

    public ExportedModel(string name)
    {
        var (archiveName, model) = (name.Split('/')[0], name.Split('/')[1]);
        using var archive = ZipFile.OpenRead(Golden.PathOf($"programs/{archiveName}.zip"));
        foreach (var entry in archive.Entries.Where(e => e.FullName.StartsWith(model + "/", StringComparison.Ordinal) && e.Name.Length > 0))
        {
            var path = Path.Combine(Folder, entry.FullName);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            entry.ExtractToFile(path);
        }

        (SavedModel, Data) = (Path.Combine(Folder, model, "saved_model"), Path.Combine(Folder, model, "io.npz"));
    }

    /// <summary>Inputs and outputs.</summary>
    public string Data { get; }

    /// <summary>Folder of the SavedModel.</summary>
    public string SavedModel { get; }

    private string Folder { get; } = Directory.CreateTempSubdirectory("keras").FullName;

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
