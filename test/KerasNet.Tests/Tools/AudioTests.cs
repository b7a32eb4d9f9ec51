using System.Text.Json;

namespace KerasNet.Tests.Tools;

/// <summary>Folders of sounds, against recordings of real Keras.</summary>
[TestFixtureSource(typeof(Backends), nameof(Backends.All))]
public sealed class AudioTests(string backend) : BackendFixture(backend)
{
    private static readonly JsonElement _golden = Golden.Json("tools/sounds.json");
    private string _folder = string.Empty;

    [SetUp]
    public void MakeFolder() => _folder = Directory.CreateTempSubdirectory("sounds").FullName;

    [TearDown]
    public void RemoveFolder() => Directory.Delete(_folder, recursive: true);

    [Test]
    public void AFolderIsADataSet([Range(0, 6)] int index)
    {
        var golden = _golden.GetProperty("sets")[index];
        Write(golden);
        var arguments = golden.GetProperty("arguments");
        var data = Utils.AudioDatasetFromDirectory(
            _folder, arguments.TryGetProperty("labels", out _) ? null : "inferred", arguments.TryGetProperty("label_mode", out var mode) ? mode.GetString() : "int", shuffle: false, verbose: false,
            batchSize: arguments.TryGetProperty("batch_size", out var size) ? size.GetInt32() : 32, outputSequenceLength: arguments.TryGetProperty("output_sequence_length", out var length) ? length.GetInt32() : null);
        Assert.That(data.Length, Is.EqualTo(golden.GetProperty("batches").GetArrayLength()));
        for (var i = 0; i < data.Length; i++)
        {
            var batch = data.GetItem(i);
            GoldenTensor.AreClose([.. batch.X.Columns.Concat(batch.Y?.Columns ?? []).Select(c => c.Take([.. Enumerable.Range(0, c.Rows)]))], golden.GetProperty("batches")[i], arguments.GetRawText());
        }
    }

    [Test]
    public void PartsAndLabels()
    {
        Write(_golden.GetProperty("sets")[0]);
        var (training, validation) = Utils.AudioDatasetFromDirectory(_folder, validationSplit: 0.25, subset: "both", seed: 1, verbose: false);
        Assert.That((training.FilePaths.Count, validation.FilePaths.Count), Is.EqualTo((3, 1)));
        var labelled = Utils.AudioDatasetFromDirectory(_folder, [3, 2, 1, 0], shuffle: false, verbose: false).GetItem(0);
        Assert.That(labelled.Y!.Columns[0].Take([0, 1, 2, 3]).ToArray<int>(), Is.EqualTo(new[] { 3, 2, 1, 0 }));
        var model = new Sequential([new Layers.GlobalAveragePooling1D(), new Layers.Dense(1)]);
        model.Compile("sgd", "mse");
        Assert.That(model.Fit(training, verbose: 0)["loss"][0], Is.Not.NaN);
        Assert.That(() => { var (_, _) = labelledSet(); }, Throws.InvalidOperationException.With.Message.Contains("subset"));

        AudioDataset labelledSet() => Utils.AudioDatasetFromDirectory(_folder, [3, 2, 1, 0], verbose: false);
    }

    [Test]
    public void WhatCannotBeReadSaysWhy()
    {
        Write(_golden.GetProperty("sets")[0]);
        AudioDataset Set(int? samplingRate = null, int? length = null, bool ragged = false) => Utils.AudioDatasetFromDirectory(_folder, samplingRate: samplingRate, outputSequenceLength: length, ragged: ragged, shuffle: false, verbose: false);
        Assert.That(Set(samplingRate: 8000).GetItem(0).X.Columns[0].Rows, Is.EqualTo(4));
        Assert.That(() => Set(samplingRate: 16000).GetItem(0), Throws.InstanceOf<NotSupportedException>().With.Message.Contains("8000 samples a second"));
        Assert.That(() => Set(samplingRate: 0), Throws.InstanceOf<ArgumentOutOfRangeException>());
        Assert.That(() => Set(ragged: true), Throws.InstanceOf<NotSupportedException>());
        Assert.That(() => Set(ragged: true, length: 3), Throws.ArgumentException.With.Message.Contains("Cannot set both"));
        var path = Path.Combine(_folder, "a", "1.wav");
        var whole = File.ReadAllBytes(path);
        foreach (var (change, message) in new (Action<byte[]>, string)[] { (b => b[0] = 0, "RIFF"), (b => b[20] = 3, "expected 1 (PCM), but got 3"), (b => b[34] = 8, "16-bit"), (b => b[52] = 200, "announced"), (b => b[22] = 0, "0 channels") })
        {
            byte[] damaged = [.. whole];
            change(damaged);
            File.WriteAllBytes(path, damaged);
            Assert.That(() => Set().GetItem(0), Throws.InstanceOf<InvalidDataException>().With.Message.Contains(message));
        }

        for (var length = 0; length < whole.Length; length++)
        {
            File.WriteAllBytes(path, whole[..length]);
            Assert.That(() => Set().GetItem(0), Throws.InstanceOf<InvalidDataException>(), $"{length} bytes");
        }
    }

    private void Write(JsonElement set)
    {
        foreach (var file in set.GetProperty("files").EnumerateObject())
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(_folder, file.Name))!);
            File.WriteAllBytes(Path.Combine(_folder, file.Name), [.. file.Value.EnumerateArray().Select(b => b.GetByte())]);
        }
    }
}
