using System.Text;
using KerasNet.Saving;

namespace KerasNet.Tests;

/// <summary>Safetensors and npz: what Python wrote is read, what is written Python has read (scripts/make_safetensors_golden.py), and damage is named.</summary>
public sealed class TensorFilesTests
{
    private static readonly float[] s_values = [0, 1, 2, 3, 4, 0];

    private static Dictionary<string, Tensor> Arrays()
    {
        Tensor values = Tensor.Create<float>(s_values, new TensorShape(2, 3));
        Dictionary<string, Tensor> arrays = new(StringComparer.Ordinal)
        {
            ["bool"] = Tensor.Create<bool>([false, true, true, true, true, false], new TensorShape(2, 3)),
        };
        foreach (DataType type in new[] { DataType.UInt8, DataType.Int8, DataType.UInt16, DataType.Int16, DataType.UInt32, DataType.Int32, DataType.UInt64, DataType.Int64, DataType.Float16, DataType.Float32, DataType.Float64 })
        {
            arrays[type.Name()] = Ops.Cast(values, type);
        }

        arrays["scalar"] = Tensor.Create<float>([2.5f], TensorShape.Scalar);
        arrays["empty"] = Tensor.Create<float>([], new TensorShape(0, 3));
        arrays["層/kernel"] = Tensor.Create<float>([1, 2], new TensorShape(2));
        return arrays;
    }

    [Test]
    public void WhatPythonWroteIsRead() => AreEqual(Safetensors.Load(Golden.PathOf("saving/python.safetensors")), Arrays());

    [TestCase("ours.safetensors")]
    [TestCase("ours.npz")]
    public void WhatIsWrittenPythonHasRead(string name)
    {
        string path = Path.Combine(TestContext.CurrentContext.WorkDirectory, name);
        if (name.EndsWith("npz", StringComparison.Ordinal))
        {
            Npz.Save(path, Arrays());
            AreEqual(Npz.Load(path), Arrays());
        }
        else
        {
            Safetensors.Save(path, Arrays());
            AreEqual(Safetensors.Load(path), Arrays());
        }

        Assert.That(File.ReadAllBytes(path).AsSpan().SequenceEqual(File.ReadAllBytes(Golden.PathOf($"saving/{name}"))), Is.True,
            $"something else is written: copy {path} to test/golden/saving and run scripts/make_safetensors_golden.py with real Keras's Python");
    }

    [Test]
    public void BFloat16IsKept()
    {
        using var stream = new MemoryStream();
        Safetensors.Save(stream, [new("x", Ops.Cast(Tensor.Create<float>([1, -2], new TensorShape(2)), DataType.BFloat16))]);
        stream.Position = 0;
        Tensor x = Safetensors.Load(stream)["x"];
        Assert.That(x.DType, Is.EqualTo(DataType.BFloat16));
        Assert.That(Ops.Cast(x, DataType.Float32).ToArray<float>(), Is.EqualTo(new[] { 1f, -2 }));
        Assert.That(() => Npz.Save(new MemoryStream(), [new("x", x)]), Throws.InstanceOf<NotSupportedException>().With.Message.Contains("bfloat16"));
    }

    [TestCase("""{"a":{"dtype":"F32","shape":[2],"data_offsets":[0,8]},"b":{"dtype":"F32","shape":[1],"data_offsets":[4,8]}}""", "tensor 'b'", TestName = "Overlap")]
    [TestCase("""{"a":{"dtype":"F32","shape":[1],"data_offsets":[4,8]}}""", "expected 0 to 4", TestName = "Hole")]
    [TestCase("""{"a":{"dtype":"F32","shape":[1],"data_offsets":[0,4]}}""", "take 4 bytes, 8 are there", TestName = "Rest")]
    [TestCase("""{"a":{"dtype":"F32","shape":[3],"data_offsets":[0,8]}}""", "of 3 elements", TestName = "Size")]
    [TestCase("""{"a":{"dtype":"F32","shape":[2147483647,2147483647,2147483647],"data_offsets":[0,8]}}""", "not understood", TestName = "Overflow")]
    [TestCase("""{"a":{"dtype":"F32","shape":[2147483647,2147483647],"data_offsets":[0,8]}}""", "elements lies at", TestName = "Huge")]
    [TestCase("""{"a":{"dtype":"F32","shape":[-2],"data_offsets":[0,8]}}""", "not understood", TestName = "Negative")]
    [TestCase("""{"a":{"dtype":"F32","shape":[2],"data_offsets":[0,8]},"a":{"dtype":"F32","shape":[2],"data_offsets":[0,8]}}""", "not understood", TestName = "Twice")]
    [TestCase("""{"a":{"dtype":"F32","data_offsets":[0,8]}}""", "not understood", TestName = "No shape")]
    [TestCase("""[1]""", "not understood", TestName = "No object")]
    [TestCase("""{"a":""", "not understood", TestName = "Cut off")]
    public void ADamagedHeaderIsNamed(string header, string message)
    {
        byte[] bytes = [.. BitConverter.GetBytes((long)header.Length), .. Encoding.UTF8.GetBytes(header), .. new byte[8]];
        Assert.That(() => Safetensors.Load(new MemoryStream(bytes), "x.safetensors"), Throws.InstanceOf<InvalidDataException>().With.Message.Contains(message).And.Message.Contains("'x.safetensors'"));
    }

    [TestCase(0L)]
    [TestCase(long.MaxValue)]
    [TestCase(-1L)]
    public void ALongHeaderIsNamed(long length) => Assert.That(() => Safetensors.Load(new MemoryStream([.. BitConverter.GetBytes(length), .. new byte[4]])), Throws.InstanceOf<InvalidDataException>());

    private static void AreEqual(IReadOnlyDictionary<string, Tensor> found, Dictionary<string, Tensor> expected)
    {
        Assert.That(found.Keys, Is.EquivalentTo(expected.Keys));
        foreach ((string name, Tensor tensor) in expected)
        {
            Assert.That((found[name].DType, found[name].Shape.ToString()), Is.EqualTo((tensor.DType, tensor.Shape.ToString())), name);
            Assert.That(found[name].Bytes().SequenceEqual(tensor.Bytes()), Is.True, name);
        }
    }
}
