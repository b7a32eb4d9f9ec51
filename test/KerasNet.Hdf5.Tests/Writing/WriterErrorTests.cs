namespace KerasNet.Hdf5.Tests.Writing;

/// <summary>What cannot be written is said.</summary>
public sealed class WriterErrorTests : IDisposable
{
    private readonly Hdf5Writer _writer = Hdf5Writer.Create(new MemoryStream());

    public void Dispose() => _writer.Dispose();

    [Test]
    public void ANameIsTakenOnce()
    {
        _writer.Root.AddDataset<float>("a/b", [1], [1]);
        Assert.That(() => _writer.Root.AddDataset<float>("a/b", [1], [1]), Throws.ArgumentException.With.Message.Contains("already an object '/a/b'"));
        Assert.That(() => _writer.Root.AddDataset<float>("a", [1], [1]), Throws.ArgumentException.With.Message.Contains("already an object '/a'"));
        Assert.That(() => _writer.Root.AddDataset<float>("a/b/c", [1], [1]), Throws.ArgumentException.With.Message.Contains("'/a/b' is a dataset"));
        Assert.That(() => _writer.Root.AddDataset<float>("a/", [1], [1]), Throws.ArgumentException);
    }

    [Test]
    public void ShapeAndElementsAgree()
    {
        Assert.That(() => _writer.Root.AddDataset<float>("a", [2, 2], [1, 2, 3]), Throws.ArgumentException.With.Message.Contains("Dataset 'a' of shape (2, 2) has 4 elements. Received: 3."));
        Assert.That(() => _writer.Root.SetNumbers<int>("n", [], [1, 2]), Throws.ArgumentException.With.Message.Contains("Attribute 'n' of '/'"));
        Assert.That(() => _writer.Root.AddDataset("s", Hdf5ElementType.Int8, [3], stream => stream.Write([1, 2])), Throws.ArgumentException.With.Message.Contains("takes 3 bytes. Received: 2."));
        Assert.That(() => _writer.Root.AddDataset("t", Hdf5ElementType.Int8, [3], stream => stream.Write([1, 2, 3, 4])), Throws.ArgumentException.With.Message.Contains("takes 3 bytes. Received: more."));
    }

    [Test]
    public void WhatTheFormatCannotHold()
    {
        Assert.That(() => _writer.Root.SetNumbers("n", [20000], new float[20000]), Throws.ArgumentException.With.Message.Contains("Write a dataset"));
        Assert.That(() => _writer.Root.SetTexts("n", [new string('x', 70000)]), Throws.ArgumentException.With.Message.Contains("Expected at most 64512"));
        Assert.That(() => _writer.Root.AddDataset<decimal>("d", [1], [1m]), Throws.ArgumentException.With.Message.Contains("Elements of type Decimal are not written"));
        Assert.That(() => Hdf5Writer.Create(new MemoryStream([1, 2])), Throws.ArgumentException);
    }

    [Test]
    public void AfterCommitNothingIsWritten()
    {
        _writer.Commit();
        Assert.That(() => _writer.Root.SetText("a", "b"), Throws.InvalidOperationException.With.Message.Contains("Commit has been called"));
        Assert.That(_writer.Commit, Throws.InvalidOperationException);
        _writer.Dispose();
        Assert.That(() => _writer.Root.AddDataset<int>("a", [1], [1]), Throws.InstanceOf<ObjectDisposedException>());
    }
}
