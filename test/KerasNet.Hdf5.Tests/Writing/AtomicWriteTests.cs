namespace KerasNet.Hdf5.Tests.Writing;

/// <summary>A file is there as a whole or not at all.</summary>
public sealed class AtomicWriteTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("kerasnet-hdf5-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Test]
    public void TheOldFileStaysUntilCommit()
    {
        string path = Path.Combine(_folder, "model.h5");
        File.WriteAllText(path, "old");
        using (Hdf5Writer abandoned = Hdf5Writer.Create(path))
        {
            abandoned.Root.AddDataset<float>("a", [2], [1, 2]);
        }

        Assert.That(File.ReadAllText(path), Is.EqualTo("old"));
        Assert.That(Directory.GetFiles(_folder), Has.Length.EqualTo(1), "nothing is left behind");

        using (Hdf5Writer writer = Hdf5Writer.Create(path))
        {
            writer.Root.AddDataset<float>("a", [2], [1, 2]);
            Assert.That(File.ReadAllText(path), Is.EqualTo("old"));
            writer.Commit();
        }

        using Hdf5File file = Hdf5File.Open(path);
        Assert.That(file.Root.Dataset("a").Read<float>(), Is.EqualTo(new[] { 1f, 2 }));
        Assert.That(Directory.GetFiles(_folder), Has.Length.EqualTo(1));
    }

    [Test]
    public void AFailureOfTheCallerLeavesTheOldFile()
    {
        string path = Path.Combine(_folder, "model.h5");
        File.WriteAllText(path, "old");
        Assert.That(() =>
        {
            using Hdf5Writer writer = Hdf5Writer.Create(path);
            writer.Root.AddDataset("a", Hdf5ElementType.Float32, [2], _ => throw new IOException("disk full"));
        }, Throws.TypeOf<IOException>());
        Assert.That(File.ReadAllText(path), Is.EqualTo("old"));
        Assert.That(Directory.GetFiles(_folder), Has.Length.EqualTo(1));
    }
}
