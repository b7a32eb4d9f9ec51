using System.IO.Compression;
using System.Text;
using KerasNet.NumPy;
using NumSharp;

namespace KerasNet.Tests.NumPy;

public sealed class NpzReaderTests
{
    [TestCase("arrays.npz")]
    [TestCase("packed.npz")]
    public void ReadsWhatNumPyWrote(string file)
    {
        using FileStream stream = File.OpenRead(Golden.PathOf("numpy/" + file));
        IReadOnlyDictionary<string, NDArray> arrays = NpzReader.Read(stream, file);
        var golden = Golden.Json("numpy/arrays.json");
        Assert.That(arrays.Keys, Is.EquivalentTo(golden.EnumerateObject().Select(pair => pair.Name)));
        foreach (var pair in golden.EnumerateObject())
        {
            NDArray array = arrays[pair.Name];
            Assert.That(array.shape, Is.EqualTo(pair.Value.GetProperty("shape").EnumerateArray().Select(dim => dim.GetInt64())), pair.Name);
            Assert.That(Values(array), Is.EqualTo(pair.Value.GetProperty("values").EnumerateArray().Select(value => value.GetDouble())), pair.Name);
        }

        Assert.That(arrays["u1"].dtype, Is.EqualTo(typeof(byte)));
        Assert.That(arrays["big_f4"].dtype, Is.EqualTo(typeof(float)));
    }

    [TestCase("objects.npy", "type '|O'")]
    [TestCase("text.npy", "type '<U2'")]
    public void TextAndObjectsAreNotSupported(string file, string message)
    {
        byte[] bytes = File.ReadAllBytes(Golden.PathOf("numpy/" + file));
        Assert.That(() => NpyReader.Read(new MemoryStream(bytes), bytes.Length, file), Throws.InstanceOf<NotSupportedException>().With.Message.Contains(message));
    }

    [TestCase("{'descr': '<f8', 'fortran_order': False, 'shape': (1000000000000,), }", "takes 8000000000000 bytes, the file has 16")]
    [TestCase("{'descr': '<f8', 'fortran_order': False, 'shape': (3,), }", "takes 24 bytes, the file has 16")]
    [TestCase("{'descr': '<f8', 'fortran_order': False, 'shape': (9223372036854775807, 9), }", "is too large")]
    [TestCase("{'descr': '<f8', 'fortran_order': False, 'shape': (99999999999999999999,), }", "is too large")]
    [TestCase("{'descr': '<f8', 'fortran_order': False, 'shape': (-1,), }", "is not understood")]
    [TestCase("{'descr': '<f8'}", "is not understood")]
    [TestCase("__import__('os')", "is not understood")]
    public void ABadHeaderIsAnError(string header, string message)
    {
        byte[] bytes = [0x93, .. "NUMPY"u8, 1, 0, (byte)header.Length, 0, .. Encoding.Latin1.GetBytes(header), .. new byte[16]];
        Assert.That(() => NpyReader.Read(new MemoryStream(bytes), bytes.Length, "x.npy"), Throws.InstanceOf<InvalidDataException>().With.Message.Contains(message).And.Message.Contains("'x.npy'"));
    }

    [Test]
    public void ATruncatedOrChangedFileIsAnError()
    {
        byte[] whole = File.ReadAllBytes(Golden.PathOf("numpy/packed.npz"));
        var random = new Random(1);
        int failures = 0;
        for (int i = 0; i < 2_000; i++)
        {
            byte[] bytes = (byte[])whole.Clone();
            for (int n = random.Next(1, 4); n > 0; n--)
            {
                bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
            }

            bytes = i % 4 == 0 ? bytes[..random.Next(bytes.Length)] : bytes;
            try
            {
                NpzReader.Read(new MemoryStream(bytes), "changed.npz");
            }
            catch (Exception error) when (error is InvalidDataException or NotSupportedException)
            {
                failures++;
            }
        }

        Assert.That(failures, Is.GreaterThan(500));
    }

    [Test]
    public void ABombIsAnErrorBeforeItsMemoryIsTaken()
    {
        const string header = "{'descr': '|u1', 'fortran_order': False, 'shape': (1073741824,), }";
        using var stream = new MemoryStream();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        using (Stream entry = archive.CreateEntry("x.npy").Open())
        {
            entry.Write([0x93, .. "NUMPY"u8, 1, 0, (byte)header.Length, 0, .. Encoding.Latin1.GetBytes(header)]);
        }

        long before = GC.GetAllocatedBytesForCurrentThread();
        Assert.That(() => NpzReader.Read(stream, "bomb.npz"), Throws.InstanceOf<InvalidDataException>());
        Assert.That(GC.GetAllocatedBytesForCurrentThread() - before, Is.LessThan(10_000_000));
    }

    [Test]
    public void SomethingElseIsAnError() =>
        Assert.That(() => NpyReader.Read(new MemoryStream(new byte[100]), 100, "zeros"), Throws.InstanceOf<InvalidDataException>().With.Message.Contains("does not begin with"));

    private static double[] Values(NDArray array) =>
        array.size == 0 ? [] : array.ndim == 0 ? [array.astype(typeof(double)).item<double>()] : array.flatten().astype(typeof(double)).ToArray<double>();
}
