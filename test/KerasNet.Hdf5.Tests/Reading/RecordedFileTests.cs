using System.Text.Json;

namespace KerasNet.Hdf5.Tests.Reading;

/// <summary>Every kind of attribute and dataset, in the classic layout, in that of HDF5 1.10 and behind a user's block: equal to what h5py reads.</summary>
public sealed class RecordedFileTests
{
    [Test]
    public void EverythingIsAsH5pyReadsIt([Values("types", "latest", "block")] string name)
    {
        using JsonDocument recorded = JsonDocument.Parse(File.ReadAllBytes(Golden.PathOf("expected.json")));
        using Hdf5File file = Hdf5File.Open(Golden.PathOf($"{name}.h5"));
        Dictionary<string, Values.Value> found = Values.All(file);

        Dictionary<string, string> expected = Values.Recorded(recorded.RootElement.GetProperty(name));
        Assert.That(found.ToDictionary(p => p.Key, p => p.Value.ToString()), Is.EquivalentTo(expected));
        Assert.That(found, Has.Count.GreaterThan(40));
    }

    [Test]
    public void AStreamIsReadFromItsStartAndMayStayOpen()
    {
        using var stream = new MemoryStream(File.ReadAllBytes(Golden.PathOf("types.h5")));
        stream.Position = 100;
        Assert.That(Hdf5File.IsHdf5(stream), Is.True);
        using (Hdf5File file = Hdf5File.Open(stream, leaveOpen: true))
        {
            Assert.That(file.Root.Attributes.Find("int")!.Numbers<long>(), Is.EqualTo(new[] { 5L }));
        }

        Assert.That(stream.CanRead, Is.True);
        Hdf5File.Open(stream).Dispose();
        Assert.That(stream.CanRead, Is.False);
    }

    [Test]
    public void AClosedFileSaysSo()
    {
        Hdf5File file = Hdf5File.Open(Golden.PathOf("types.h5"));
        Hdf5Dataset dataset = file.Root.Dataset("types/f4");
        file.Dispose();
        Assert.That(() => dataset.Read<float>(), Throws.InstanceOf<ObjectDisposedException>());
    }

    [Test]
    public void ManyThreadsReadOneFile()
    {
        using Hdf5File file = Hdf5File.Open(Golden.PathOf("types.h5"));
        string[] names = [.. file.Root.Group("packed").Names];
        Parallel.For(0, 200, i => Assert.That(file.Root.Dataset($"packed/{names[i % names.Length]}").Read<float>()[1], Is.Not.NaN));
    }

    [Test]
    public void DataGoesStraightIntoTheCallersMemory()
    {
        using Hdf5File file = Hdf5File.Open(Golden.PathOf("types.h5"));
        Hdf5Dataset dataset = file.Root.Dataset("/types/big_f8");
        double[] memory = new double[8];
        dataset.Read(memory.AsSpan(1, 6));
        Assert.That(memory, Is.EqualTo(new double[] { 0, 0, 3, 2, 1, 0, 3, 0 }));
        Assert.That(() => dataset.Read(memory.AsSpan()), Throws.ArgumentException.With.Message.Contains("'/types/big_f8' has 48 bytes. Received memory for 64"));
        Assert.That(() => dataset.Read<float>(), Throws.TypeOf<InvalidDataException>().With.Message.Contains("expected elements of type Single, received Float64"));
    }
}
