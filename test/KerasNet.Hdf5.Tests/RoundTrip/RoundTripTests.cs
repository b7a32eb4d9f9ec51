using System.Numerics;

namespace KerasNet.Hdf5.Tests.RoundTrip;

/// <summary>What the writer writes, the reader reads.</summary>
public sealed class RoundTripTests
{
    [Test]
    public void EverythingThatIsWritten()
    {
        using var stream = new MemoryStream();
        using (Hdf5Writer writer = Hdf5Writer.Create(stream, leaveOpen: true))
        {
            WrittenFile.Fill(writer.Root);
            writer.Commit();
        }

        using Hdf5File file = Hdf5File.Open(stream);
        Hdf5Attributes attributes = file.Root.Attributes;
        Assert.That(attributes.Text("ascii"), Is.EqualTo("2.16.0"));
        Assert.That(attributes.Text("utf8"), Is.EqualTo("ünï"));
        Assert.That(attributes.Text("long"), Is.EqualTo(new string('x', 9000)));
        Assert.That(attributes.Text("nothing"), Is.Empty);
        Assert.That(attributes.Texts("names"), Is.EqualTo(new[] { "dense", "dropout_1", "层" }));
        Assert.That(attributes.Texts("none"), Is.Empty);
        Assert.That(attributes.Find("none")!.Shape, Is.EqualTo(new long[] { 0 }));
        Assert.That(attributes.Texts("many"), Is.EqualTo(WrittenFile.ManyNames));
        Assert.That(attributes.Contains("many"), Is.False);
        Assert.That(attributes.Find("matrix")!.Numbers<short>(), Is.EqualTo(new short[] { 1, 2, 3, 4, 5, 6 }));
        Assert.That(attributes.Find("yes")!.Numbers<bool>(), Is.EqualTo(new[] { true }));

        Hdf5Group types = file.Root.Group("types");
        Assert.That(types.Dataset("float").Read<float>(), Is.EqualTo(new[] { 1f, -2, 3.5f, float.NaN }));
        Assert.That(types.Dataset("double").Shape, Is.EqualTo(new long[] { 2, 2 }));
        Assert.That(types.Dataset("half").Read<Half>(), Is.EqualTo(new[] { (Half)1, (Half)(-2) }));
        Assert.That(types.Dataset("bool").Read<bool>(), Is.EqualTo(new[] { true, false, true }));
        Assert.That(types.Dataset("complex").Read<Complex>(), Is.EqualTo(new[] { new Complex(1, -2) }));
        Assert.That(types.Dataset("scalar").Shape, Is.Empty);
        Assert.That(types.Dataset("scalar").Read<long>(), Is.EqualTo(new[] { 123456789012L }));
        Assert.That(types.Dataset("empty").Shape, Is.EqualTo(new long[] { 0, 3 }));
        Assert.That(types.Dataset("ulong").Read<ulong>(), Is.EqualTo(new[] { ulong.MaxValue }));
        Assert.That(types.Dataset("texts").ReadTexts(), Is.EqualTo(new[] { "a", "", "ü", new string('y', 5000) }));
        Assert.That(types.Dataset("bfloat16").Attributes.Text("dtype"), Is.EqualTo("bfloat16"));
        Assert.That(file.Root.Dataset("deep/er/streamed").Read<int>(), Is.EqualTo(Enumerable.Range(0, 1000)));
        Assert.That(file.Root.Group("empty group").Names, Is.Empty);
    }

    [Test]
    public void GroupsOfAnySize([Values(0, 1, 8, 9, 256, 257, 3000)] int count)
    {
        using var stream = new MemoryStream();
        using (Hdf5Writer writer = Hdf5Writer.Create(stream, leaveOpen: true))
        {
            for (int i = count - 1; i >= 0; i--)
            {
                writer.Root.AddDataset<int>($"d{i}", [], [i]);
            }

            writer.Commit();
        }

        using Hdf5File file = Hdf5File.Open(stream);
        Assert.That(file.Root.Names, Is.EqualTo(Enumerable.Range(0, count).Select(i => $"d{i}").Order(StringComparer.Ordinal)));
        Assert.That(Enumerable.Range(0, count).Select(i => file.Root.Dataset($"d{i}").Read<int>()[0]), Is.EqualTo(Enumerable.Range(0, count)));
    }
}
