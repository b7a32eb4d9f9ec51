using System.Buffers.Binary;
using KerasNet.TensorFlow.Runtime;

namespace KerasNet.Tests.TensorFlow;

[TestFixture, Platform("Linux")]
public sealed class BinaryFileTests
{
    [Test]
    public void AWholeLibraryOfThisMachineHasNoProblem() => Assert.That(Problem(FakeRuntime.Elf()), Is.Null);

    [Test]
    public void TextIsNoLibrary() => Assert.That(Problem(new byte[500]), Does.Contain("not a native library"));

    [Test]
    public void AnotherArchitectureIsNamed() => Assert.That(Problem(FakeRuntime.Elf(machine: 3)), Does.Contain("built for X86").And.Contain("this process is"));

    [Test]
    public void A32BitLibraryIsRefused() => Assert.That(Problem(FakeRuntime.Elf(bits: 32)), Does.Contain("64-bit"));

    [TestCase(0)]
    [TestCase(10)]
    [TestCase(100)]
    public void ATruncatedFileIsRefused(int length) => Assert.That(Problem(FakeRuntime.Elf()[..length]), Does.Contain("truncated"));

    [Test]
    public void ASegmentBehindTheEndIsTruncation()
    {
        var bytes = FakeRuntime.Elf();
        BinaryPrimitives.WriteUInt16LittleEndian(bytes.AsSpan(54), 56);
        BinaryPrimitives.WriteUInt16LittleEndian(bytes.AsSpan(56), 1);
        BinaryPrimitives.WriteUInt64LittleEndian(bytes.AsSpan(64 + 8), 1 << 20);
        BinaryPrimitives.WriteUInt64LittleEndian(bytes.AsSpan(64 + 32), 4096);

        Assert.That(Problem(bytes), Does.Contain($"{(1 << 20) + 4096} expected"));
    }

    [Test]
    public void AMissingFileIsAMessage() => Assert.That(BinaryFile.Problem("/nowhere/libtensorflow.so"), Does.StartWith("cannot be read"));

    private static string? Problem(byte[] bytes)
    {
        using var fake = new FakeRuntime();
        var path = fake.Path("lib.so");
        File.WriteAllBytes(path, bytes);
        return BinaryFile.Problem(path);
    }
}
