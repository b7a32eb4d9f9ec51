using System.Buffers.Binary;
using System.Text.Json;
using KerasNet.TensorFlow.Checkpoints;

namespace KerasNet.Tests;

/// <summary>Checkpoints of TensorFlow, against what TensorFlow itself reads from them.</summary>
public sealed class CheckpointTests
{
    private const string Types = "checkpoints/types";

    [Test]
    public void EveryTypeIsReadAsTensorFlowReadsIt()
    {
        var checkpoint = Checkpoint.Read(Golden.PathOf(Types));
        var answers = Golden.Json(Types + ".json");
        Assert.That(checkpoint.Entries.Keys, Is.EquivalentTo(answers.EnumerateObject().Select(a => a.Name)));
        foreach (var answer in answers.EnumerateObject())
        {
            var tensor = checkpoint.ReadTensor(answer.Name);
            Assert.That(tensor.DType.Name(), Is.EqualTo(answer.Value.GetProperty("dtype").GetString()), answer.Name);
            Assert.That(tensor.Shape.Dims.ToArray(), Is.EqualTo(answer.Value.GetProperty("shape").EnumerateArray().Select(d => d.GetInt32())), answer.Name);
            if (answer.Value.TryGetProperty("text", out var text))
            {
                Assert.That(tensor.ToStringArray(), Is.EqualTo(text.EnumerateArray().Select(t => t.GetString())));
            }
            else
            {
                Assert.That(Numbers(tensor), Is.EqualTo(answer.Value.GetProperty("numbers").EnumerateArray().Select(n => n.GetDouble())), answer.Name);
            }
        }
    }

    [Test]
    public void APathMayBeAFolderOrTheIndex()
    {
        var folder = Golden.PathOf("saving/tfk2.15/mlp/ckpt");
        Assert.That(Checkpoint.Read(folder).Entries.Keys, Is.EqualTo(Checkpoint.Read(Path.Combine(folder, "weights.index")).Entries.Keys));
        Assert.That(Checkpoint.Read(folder).Entries["layer_with_weights-0/kernel/.ATTRIBUTES/VARIABLE_VALUE"].Shape, Is.EqualTo(new TensorShape(10, 16)));
        Assert.That(() => Checkpoint.Read(folder + "x"), Throws.TypeOf<FileNotFoundException>());
        Assert.That(() => Checkpoint.Read(folder).ReadTensor("none"), Throws.TypeOf<KeyNotFoundException>());
    }

    [Test]
    public void AnotherModelIsRefused()
    {
        using var scope = Keras.Scope("managed");
        var model = new Sequential([Keras.Input((10)), new Layers.Dense(3)]);
        var before = model.GetWeights()[0].ToArray<float>();
        Assert.That(() => model.LoadWeights(Golden.PathOf("saving/tfk2.15/mlp/ckpt")), Throws.ArgumentException.With.Message.Contains("'kernel' has shape (10, 3), the checkpoint's has (10, 16)"));
        Assert.That(model.GetWeights()[0].ToArray<float>(), Is.EqualTo(before));
    }

    /// <summary>Damaged files bring a sentence, nothing else: also those whose checksum is right.</summary>
    [TestCase(false)]
    [TestCase(true)]
    public void DamagedFilesBringASentence(bool repairChecksum)
    {
        var (index, data) = (File.ReadAllBytes(Golden.PathOf(Types + ".index")), File.ReadAllBytes(Golden.PathOf(Types + ".data-00000-of-00001")));
        var block = BlockLength(index);
        var folder = Directory.CreateTempSubdirectory("keras").FullName;
        try
        {
            var random = new Random(1);
            var refused = 0;
            File.WriteAllBytes(Path.Combine(folder, "c.data-00000-of-00001"), data);
            for (var i = 0; i < 500; i++)
            {
                var bytes = index.ToArray();
                for (var n = random.Next(1, 4); n > 0; n--)
                {
                    bytes[random.Next(repairChecksum ? block : bytes.Length)] = (byte)random.Next(256);
                }

                if (repairChecksum)
                {
                    BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(block + 1), Crc32C.Mask(Crc32C.Of(bytes.AsSpan(0, block + 1))));
                }

                File.WriteAllBytes(Path.Combine(folder, "c.index"), i % 10 == 9 ? bytes[..random.Next(bytes.Length)] : bytes);
                try
                {
                    var checkpoint = Checkpoint.Read(Path.Combine(folder, "c"));
                    foreach (var name in checkpoint.Entries.Keys)
                    {
                        checkpoint.ReadTensor(name);
                    }
                }
                catch (Exception e) when (e is InvalidDataException or NotSupportedException)
                {
                    refused++;
                }
            }

            Assert.That(refused, Is.GreaterThan(300));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>Length of the first block: where its checksum stands.</summary>
    private static int BlockLength(byte[] index)
    {
        for (var n = 1; n < index.Length - 5; n++)
        {
            if (index[n] == 0 && BinaryPrimitives.ReadUInt32LittleEndian(index.AsSpan(n + 1)) == Crc32C.Mask(Crc32C.Of(index.AsSpan(0, n + 1))))
            {
                return n;
            }
        }

        throw new InvalidDataException("The golden index has no block.");
    }

    private static double[] Numbers(Tensor tensor)
    {
        using var scope = Keras.Scope("managed");
        return tensor.DType.IsComplex() ? Ops.Cast(Ops.Real(tensor), DataType.Float64).ToArray<double>() : Ops.Cast(tensor, DataType.Float64).ToArray<double>();
    }
}
