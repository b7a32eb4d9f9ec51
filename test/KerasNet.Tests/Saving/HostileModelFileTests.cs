using System.Diagnostics;

namespace KerasNet.Tests;

/// <summary>Damaged model files end in InvalidDataException with a sentence: no crash, no hang, no memory beyond the file's size.</summary>
public sealed class HostileModelFileTests
{
    private static readonly string[] _files =
        ["keras1.2.2-tf/mlp/model.h5", "keras1.2.2-tf/k1extras/model.h5", "tfk2.3/rawops/model.h5", "tfk2.15/opt_adam/model.keras", "keras3.15.1-tf/opt_adam/model.keras", "keras3.15.1-tf/rawops/model.keras", "traps/nested_frozen.keras", "traps/hard_sigmoid.h5"];

    [TestCaseSource(nameof(_files))]
    public void ADamagedFileIsAnInvalidDataException(string file)
    {
        using var scope = Keras.Scope("managed");
        var whole = File.ReadAllBytes(Golden.PathOf("saving/" + file));
        var random = new Random(whole.Length);
        var path = Path.Combine(Path.GetTempPath(), $"hostile-{Guid.NewGuid():n}{Path.GetExtension(file)}");
        try
        {
            for (var i = 0; i < 250; i++)
            {
                File.WriteAllBytes(path, Damaged(whole, random, i));
                var clock = Stopwatch.StartNew();
                var before = GC.GetAllocatedBytesForCurrentThread();
                try
                {
                    Keras.LoadModel(path);
                }
                catch (InvalidDataException e)
                {
                    Assert.That(e.Message, Has.Length.GreaterThan(20));
                }
                catch (Exception e)
                {
                    Assert.Fail($"mutant {i}: {e}");
                }

                Assert.That(clock.Elapsed, Is.LessThan(TimeSpan.FromSeconds(10)), $"mutant {i}");
                Assert.That(GC.GetAllocatedBytesForCurrentThread() - before, Is.LessThan((4L * whole.Length) + (64 << 20)), $"mutant {i}");
            }
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Test]
    public void NoPathLeavesTheArchive()
    {
        var folder = Directory.CreateTempSubdirectory("keras").FullName;
        try
        {
            File.WriteAllText(Path.Combine(folder, "model.weights.json"), """{"metadata": {}, "weight_map": {"/layers/dense/vars": "../../secret.h5"}}""");
            File.Copy(Golden.PathOf("saving/keras3.15.1-tf/cnn/model.json"), Path.Combine(folder, "config.json"));
            Assert.That(() => Keras.LoadModel(folder), Throws.InstanceOf<InvalidDataException>().With.Message.Contains("outside its folder"));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static byte[] Damaged(byte[] whole, Random random, int round)
    {
        var bytes = (byte[])whole.Clone();
        switch (round % 4)
        {
            case 0:
                return bytes[..random.Next(bytes.Length)];
            case 1:
                random.NextBytes(bytes.AsSpan(random.Next(bytes.Length - 64), random.Next(1, 64)));
                return bytes;
            default:
                for (var i = random.Next(1, 9); i > 0; i--)
                {
                    bytes[random.Next(bytes.Length)] = (byte)(round % 4 == 2 ? random.Next(256) : random.Next(32, 127));
                }

                return bytes;
        }
    }
}
