using KerasNet.Conformance.Commands;
using KerasNet.Layers;
using KerasNet.Tests.EachLayer;

namespace KerasNet.Tests;

/// <summary>Files of nine years of Keras open and compute what they computed; training goes on as it did.</summary>
[TestFixtureSource(typeof(Backends), nameof(Backends.All))]
[TestsLayers(typeof(Highway), typeof(MaxoutDense), typeof(SReLU), typeof(ParametricSoftplus), typeof(ThresholdedReLU), typeof(LocallyConnected1D), typeof(LocallyConnected2D), typeof(Keras1CosineMerge))]
public sealed class ModelFileTests(string backend) : BackendFixture(backend)
{
    [Test]
    public void EveryModelComputesWhatKerasComputed()
    {
        var (code, lines) = Run(Golden.PathOf("saving"));
        Assert.That(lines.Where(l => l.Contains("FAILED", StringComparison.Ordinal)), Is.Empty);
        Assert.That(code, Is.Zero);
        Assert.That(lines[^1], Does.Contain(" 0 failed, ").And.Not.StartsWith("0 "));
    }

    [Test]
    public void AWrongExpectationFails()
    {
        var folder = Directory.CreateTempSubdirectory("keras").FullName;
        try
        {
            var source = Golden.PathOf("saving/keras3.15.1-tf/opt_adam");
            File.Copy(Path.Combine(source, "model.keras"), Path.Combine(folder, "model.keras"));
            File.Copy(Path.Combine(Golden.PathOf("saving/tfk2.15/opt_adam"), "io.npz"), Path.Combine(folder, "io.npz"));
            var wrong = new byte[new FileInfo(Path.Combine(folder, "io.npz")).Length];
            File.ReadAllBytes(Path.Combine(folder, "io.npz")).CopyTo(wrong, 0);
            var y = wrong.AsSpan().LastIndexOf("y0.npy"u8);
            Assert.That(y, Is.Positive);
            File.WriteAllBytes(Path.Combine(folder, "io.npz"), Spoil(wrong));
            var (code, lines) = Run(folder);
            Assert.That(code, Is.EqualTo(1));
            Assert.That(lines[^1], Does.Contain("1 failed"));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>The archive with another number in y0.</summary>
    private static byte[] Spoil(byte[] npz)
    {
        using var memory = new MemoryStream();
        using (var from = new System.IO.Compression.ZipArchive(new MemoryStream(npz)))
        using (var to = new System.IO.Compression.ZipArchive(memory, System.IO.Compression.ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var entry in from.Entries)
            {
                using var content = new MemoryStream();
                using (var stream = entry.Open())
                {
                    stream.CopyTo(content);
                }

                var bytes = content.ToArray();
                if (entry.FullName == "y0.npy")
                {
                    BitConverter.TryWriteBytes(bytes.AsSpan(bytes.Length - 4), BitConverter.ToSingle(bytes, bytes.Length - 4) + 0.01f);
                }

                using var target = to.CreateEntry(entry.FullName).Open();
                target.Write(bytes);
            }
        }

        return memory.ToArray();
    }

    private (int Code, string[] Lines) Run(string folder)
    {
        var output = new StringWriter();
        var code = ModelsCommand.Run([folder, "--backend", Keras.Config.Backend], output, TextWriter.Null);
        return (code, output.ToString().TrimEnd().Split('\n'));
    }
}
