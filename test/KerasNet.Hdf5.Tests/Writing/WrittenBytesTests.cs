using System.Text.Json;

namespace KerasNet.Hdf5.Tests.Writing;

/// <summary>The writer's bytes are those that h5py has read and compared with its own layout (scripts/check_written_hdf5.py).</summary>
public sealed class WrittenBytesTests
{
    [Test]
    public void EveryByteIsAsH5pyApprovedIt()
    {
        string path = Path.Combine(TestContext.CurrentContext.WorkDirectory, "written.h5");
        using (Hdf5Writer writer = Hdf5Writer.Create(path))
        {
            WrittenFile.Fill(writer.Root);
            writer.Commit();
        }

        Assert.That(File.ReadAllBytes(path).AsSpan().SequenceEqual(File.ReadAllBytes(Golden.PathOf("written.h5"))), Is.True,
            $"the writer writes something else: copy {path} over test/golden/hdf5/written.h5 and run scripts/check_written_hdf5.py with real Keras's Python");
    }

    [Test]
    public void WhatH5pyReadIsWhatWeRead()
    {
        using JsonDocument recorded = JsonDocument.Parse(File.ReadAllBytes(Golden.PathOf("written.json")));
        using Hdf5File file = Hdf5File.Open(Golden.PathOf("written.h5"));
        Assert.That(Values.All(file).ToDictionary(p => p.Key, p => p.Value.ToString()), Is.EquivalentTo(Values.Recorded(recorded.RootElement)));
    }
}
