using System.Formats.Tar;
using KerasNet.TensorFlow.Runtime;

namespace KerasNet.Tests.TensorFlow;

[TestFixture]
public sealed class RuntimeCacheTests : IDisposable
{
    private readonly FakeRuntime _fake = new();
    private readonly StringWriter _output = new();

    public void Dispose()
    {
        _fake.Dispose();
        _output.Dispose();
    }

    [Test]
    public void UnpacksOnceAndSaysSo()
    {
        var folder = _fake.Packed("packs");

        Assert.That(Directory.GetFiles(Unpack(folder)).Select(Path.GetFileName), Is.EqualTo(new[] { Platform.LibraryNames[0] }));
        Unpack(folder);

        Assert.That(_output.ToString(), Is.EqualTo($"Unpacking TensorFlow {RuntimeCache.Version} (once) … 100 %{Environment.NewLine}"));
    }

    [Test]
    public void AFolderWithoutSumsIsNoPack() => Assert.That(PackedRuntime.TryOpen(_fake.Folder), Is.Null);

    [Test]
    public void AWrongSumIsRefusedAndLeavesNothing()
    {
        var folder = _fake.Packed("packs");
        var part = Directory.GetFiles(folder, "*.br.0")[0];
        var bytes = File.ReadAllBytes(part);
        bytes[^1] ^= 1;
        File.WriteAllBytes(part, bytes);

        Assert.That(() => Unpack(folder), Throws.TypeOf<InvalidDataException>().With.Message.Contains(part).And.Message.Contains("SHA-256"));
        Assert.That(Directory.GetDirectories(_fake.Path("cache")), Is.Empty);
    }

    [Test]
    public void AMissingPartIsNamed()
    {
        var folder = _fake.Packed("packs");
        File.Delete(Directory.GetFiles(folder, "*.br.1")[0]);

        Assert.That(() => PackedRuntime.TryOpen(folder), Throws.TypeOf<InvalidDataException>().With.Message.Contains(".tar.br.1 is missing"));
    }

    [TestCase("zzzz  tensorflow-1-x.tar.br.0")]
    [TestCase("0000000000000000000000000000000000000000000000000000000000000000  ../tensorflow-1-x.tar.br.0")]
    [TestCase("0000000000000000000000000000000000000000000000000000000000000000  other.txt")]
    public void DamagedSumsAreRefused(string line)
    {
        File.WriteAllText(_fake.Path("SHA256SUMS"), line + "\n");

        Assert.That(() => PackedRuntime.TryOpen(_fake.Folder), Throws.TypeOf<InvalidDataException>());
    }

    [TestCase("../outside.so")]
    [TestCase("/tmp/outside.so")]
    [TestCase("folder/inside.so")]
    [TestCase("..")]
    public void OnlyPlainFileNamesComeOutOfThePack(string name)
    {
        var folder = _fake.Packed("packs", [FakeRuntime.Entry(name, [1])]);

        Assert.That(() => Unpack(folder), Throws.TypeOf<InvalidDataException>().With.Message.Contains(name));
        Assert.That(Directory.GetDirectories(_fake.Path("cache")), Is.Empty);
    }

    [Test]
    public void LinksAreRefused()
    {
        var folder = _fake.Packed("packs", [new UstarTarEntry(TarEntryType.SymbolicLink, "libtensorflow.so") { LinkName = "/etc/passwd" }]);

        Assert.That(() => Unpack(folder), Throws.TypeOf<InvalidDataException>().With.Message.Contains("only plain files"));
    }

    [Test]
    public void WhatAKilledProcessLeftIsRemoved()
    {
        var folder = _fake.Packed("packs");
        var left = _fake.Path("cache", $"tensorflow-{RuntimeCache.Version}-{Platform.Rid}.tmp-1");
        Directory.CreateDirectory(left);
        File.WriteAllText(Path.Combine(left, "libtensorflow_cc.so.2"), "half");

        Unpack(folder);

        Assert.That(left, Does.Not.Exist);
    }

    [Test]
    public void ManyAtOnceUnpackOnce()
    {
        var folder = _fake.Packed("packs", [FakeRuntime.Entry(Platform.LibraryNames[0], FakeRuntime.Elf()), FakeRuntime.Entry("large", new byte[20_000_000])]);
        var shared = TextWriter.Synchronized(_output);

        Parallel.For(0, 8, new() { MaxDegreeOfParallelism = 8 }, _ =>
        {
            var unpacked = RuntimeCache.Unpack(PackedRuntime.TryOpen(folder)!, _fake.Path("cache"), new(shared, "X"));
            Assert.That(new FileInfo(Path.Combine(unpacked, "large")).Length, Is.EqualTo(20_000_000));
        });

        Assert.That(_output.ToString().Split('\n').Count(l => l.Contains("100 %")), Is.EqualTo(1));
        Assert.That(Directory.GetDirectories(_fake.Path("cache")), Has.Length.EqualTo(1));
    }

    private string Unpack(string folder)
    {
        var packed = PackedRuntime.TryOpen(folder)!;
        return RuntimeCache.Unpack(packed, _fake.Path("cache"), new(_output, packed.Title));
    }
}
