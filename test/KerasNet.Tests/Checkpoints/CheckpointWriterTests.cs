using KerasNet.TensorFlow.Checkpoints;

namespace KerasNet.Tests;

/// <summary>Checkpoints that are written here are read here; test/golden/exports says what TensorFlow reads from the same.</summary>
public sealed class CheckpointWriterTests
{
    private string _folder = string.Empty;

    [SetUp]
    public void MakeFolder() => _folder = Directory.CreateTempSubdirectory("keras").FullName;

    [TearDown]
    public void RemoveFolder() => Directory.Delete(_folder, recursive: true);

    [Test]
    public void EveryTypeOfTensorFlowsOwnCheckpointIsWrittenAgain()
    {
        var original = Checkpoint.Read(Golden.PathOf("checkpoints/types"));
        Checkpoint.Write(At("again"), original.Entries.Keys.Select(n => KeyValuePair.Create(n, original.ReadTensor(n))));
        var again = Checkpoint.Read(At("again"));
        Assert.That(again.Entries.Keys, Is.EqualTo(original.Entries.Keys));
        foreach (var (name, entry) in original.Entries)
        {
            var (a, b) = (original.ReadTensor(name), again.ReadTensor(name));
            Assert.That((b.DType, b.Shape), Is.EqualTo((a.DType, a.Shape)), name);
            Assert.That(b.Text, Is.EqualTo(a.Text), name);
            Assert.That(a.Text is not null || b.Bytes().SequenceEqual(a.Bytes()), name);
            Assert.That(again.Entries[name].Checksum, Is.EqualTo(entry.Checksum), name);
        }
    }

    /// <summary>TensorFlow's own bytes: blocks, restarts, prefixes, checksums.</summary>
    [Test]
    public void AnIndexIsTensorFlowsByteForByte()
    {
        var index = File.ReadAllBytes(Golden.PathOf("checkpoints/types.index"));
        var entries = SortedTable.Read(index);
        Assert.That(SortedTableWriter.Write(entries.Reverse().Select(e => (e.Key, e.Value.ToArray()))), Is.EqualTo(index));
    }

    [Test]
    public void NamesStandOnce()
    {
        Assert.That(() => Checkpoint.Write(At("c"), [KeyValuePair.Create("", (Tensor)1f)]), Throws.ArgumentException);
        Assert.That(() => Checkpoint.Write(At("c"), [KeyValuePair.Create("a", (Tensor)1f), KeyValuePair.Create("a", (Tensor)1f)]), Throws.ArgumentException);
        Assert.That(Directory.GetFiles(_folder), Is.Empty);
    }

    [Test]
    public void ManyBlocksAreReadInOrder()
    {
        var random = new Random(2);
        (string Key, byte[] Value)[] entries = [.. Enumerable.Range(0, 5000).Select(i => ($"layer_{i % 7}/variable/{i}", new byte[random.Next(300)]))];
        var read = SortedTable.Read(SortedTableWriter.Write(entries));
        Assert.That(read.Select(e => e.Key), Is.EqualTo(entries.Select(e => e.Key).Order(StringComparer.Ordinal)));
        Assert.That(read.Sum(e => e.Value.Length), Is.EqualTo(entries.Sum(e => e.Value.Length)));
    }

    [Test]
    public void AnInterruptionLeavesTheOldCheckpoint()
    {
        Write(1f);
        using (var writer = new CheckpointWriter(At("c")))
        {
            writer.Add("x", 2f);
        }

        Assert.That(Checkpoint.Read(At("c")).ReadTensor("x").ToArray<float>(), Is.EqualTo(new[] { 1f }));
        Assert.That(Directory.GetFiles(_folder), Has.Length.EqualTo(2), "what was begun is removed");

        // The last moment at which a write can stop: the new data is there, the index is still the old one.
        var index = File.ReadAllBytes(At("c.index"));
        Write(3f);
        Assert.That(File.Exists(At("c.data-00000-of-00001")), Is.False, "the new data has another name");
        File.WriteAllBytes(At("c.data-00000-of-00001"), BitConverter.GetBytes(1f));
        File.WriteAllBytes(At("c.index"), index);
        Assert.That(Checkpoint.Read(At("c")).ReadTensor("x").ToArray<float>(), Is.EqualTo(new[] { 1f }));
        Write(4f);
        Write(5f);
        Assert.That(Checkpoint.Read(At("c")).ReadTensor("x").ToArray<float>(), Is.EqualTo(new[] { 5f }));

        void Write(float value)
        {
            using var writer = new CheckpointWriter(At("c"));
            writer.Add("x", value);
            writer.Commit();
        }
    }

    private string At(string name) => Path.Combine(_folder, name);
}
