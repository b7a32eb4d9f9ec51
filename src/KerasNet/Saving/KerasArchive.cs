using System.IO.Compression;
using System.Text.Json.Nodes;
using KerasNet.Hdf5;
using KerasNet.Layers;
using KerasNet.Saving.Legacy;

namespace KerasNet.Saving;

/// <summary><c>.keras</c> files of Keras 2.12 to 3: a zip, or a folder, with config.json, metadata.json, weights and assets.</summary>
internal static class KerasArchive
{
    private const long MaxTextBytes = 256L << 20;
    private const long MaxRatio = 1100;         // deflate packs at most 1032 times

    public static Model LoadZip(string path, bool compile)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 16384);
        try
        {
            using var zip = new ZipArchive(file, ZipArchiveMode.Read, leaveOpen: true);
            return Load(path, name => Text(zip, name, path), () => WeightSource.Of(Weights(zip, file, path)), compile);
        }
        catch (Exception e) when (e is EndOfStreamException or OverflowException or ArgumentOutOfRangeException { Source: "System.IO.Compression" })
        {
            throw new InvalidDataException($"'{path}' is damaged: {e.Message}", e);
        }
    }

    /// <summary>Only the weights, into a model that is there.</summary>
    public static void LoadWeights(Model model, string path, bool skipMismatch)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 16384);
        using var zip = new ZipArchive(file, ZipArchiveMode.Read, leaveOpen: true);
        using var source = WeightSource.Of(Weights(zip, file, path));
        new WeightReader(source, skipMismatch).Load(SavedTree.Of(model));
        LoadAssets(SavedTree.Of(model), "assets", name => Text(zip, name, path));
    }

    /// <summary>The parts of a file as they are, without a model: weights, config.json, metadata.json.</summary>
    public static (WeightTree Weights, JsonObject Config, JsonObject Metadata) ReadParts(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 16384);
        using var zip = new ZipArchive(file, ZipArchiveMode.Read, leaveOpen: true);
        JsonObject Part(string name) => ConfigText.Parse(Text(zip, name, path) ?? throw new InvalidDataException($"'{path}' has no {name}, so it is no Keras model."), $"{name} of '{path}'");
        using var weights = Weights(zip, file, path);
        return (WeightTree.Of(weights.Root), Part("config.json"), Part("metadata.json"));
    }

    public static Model LoadFolder(string path, bool compile) => Load(
        path,
        name => Path.Combine(path, name) is var file && File.Exists(file) ? File.ReadAllText(file) : null,
        () => File.Exists(Path.Combine(path, "model.weights.json")) ? WeightSource.OfShards(Path.Combine(path, "model.weights.json")) : WeightSource.Of(Hdf5File.Open(Path.Combine(path, "model.weights.h5"))),
        compile);

    private static Model Load(string path, Func<string, string?> text, Func<WeightSource> weights, bool compile)
    {
        var config = ConfigText.Parse(text("config.json") ?? throw new InvalidDataException($"'{path}' has no config.json, so it is no Keras model."), $"config.json of '{path}'");
        var metadata = text("metadata.json") is { } m ? ConfigText.Parse(m, $"metadata.json of '{path}'") : [];
        var origin = KerasOrigin.Guess(config, metadata.Text("keras_version"), "tensorflow");
        var model = ModelReader.Create(config, origin);
        if (compile && config["compile_config"] is JsonObject { Count: > 0 } compiled)
        {
            TrainingState.Apply(model, compiled, origin, loadSlots: null);
        }

        using var source = weights();
        var reader = new WeightReader(source, skipMismatch: false, mayQuantize: true);
        reader.Load(SavedTree.Of(model));
        LoadAssets(SavedTree.Of(model), "assets", text);
        if (compile && model.Optimizer is { } optimizer)
        {
            optimizer.Build(model.TrainableWeights);
            OptimizerState.Load(optimizer, source, origin, model.Name);
        }

        return model;
    }

    private static void LoadAssets(SavedNode node, string path, Func<string, string?> text)
    {
        if (node.State is { } state)
        {
            state.LoadAssets(name => text($"{path}/{name}"));
        }

        foreach (var (child, inner) in node.Children)
        {
            LoadAssets(inner, $"{path}/{child}", text);
        }
    }

    private static string? Text(ZipArchive zip, string name, string path)
    {
        if (zip.GetEntry(name) is not { } entry)
        {
            return null;
        }

        Check(entry, path, MaxTextBytes);
        using var reader = new StreamReader(new BoundedStream(entry.Open(), entry.Length, $"{path}/{name}"));
        return reader.ReadToEnd();
    }

    /// <summary>The weights in place where they are stored, unpacked in memory where they are not.</summary>
    private static Hdf5File Weights(ZipArchive zip, FileStream file, string path)
    {
        var entry = zip.GetEntry("model.weights.h5") ?? throw new InvalidDataException($"'{path}' has no model.weights.h5.");
        if (entry.Length == entry.CompressedLength && ZipWindow.Find(file, entry) is { } window)
        {
            return Hdf5File.Open(window, $"{path}/model.weights.h5");
        }

        Check(entry, path, int.MaxValue);
        var memory = new MemoryStream();
        using (var stream = new BoundedStream(entry.Open(), entry.Length, $"{path}/{entry.FullName}"))
        {
            stream.CopyTo(memory);
        }

        return Hdf5File.Open(memory, $"{path}/model.weights.h5");
    }

    private static void Check(ZipArchiveEntry entry, string path, long most)
    {
        if (entry.Length > most || entry.Length > MaxRatio * Math.Max(entry.CompressedLength, 1))
        {
            throw new InvalidDataException($"'{path}': {entry.FullName} says that {entry.CompressedLength} packed bytes become {entry.Length}. The file is damaged or means harm.");
        }
    }
}
