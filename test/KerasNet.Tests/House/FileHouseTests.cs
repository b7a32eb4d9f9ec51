using System.Text.RegularExpressions;

namespace KerasNet.Tests.House;

/// <summary>The size of files, what stands in them, and where memory may be touched directly: STYLE.md, as tests.</summary>
public sealed partial class FileHouseTests
{
    private static readonly string[] s_unsafe =
        ["src/KerasNet/Tensors", "src/KerasNet/Training/Data", "src/KerasNet/Backends/Managed", "src/KerasNet/RawOps", "src/KerasNet/Initializers", "src/KerasNet.TensorFlow"];

    [Test]
    public void FilesAreSmall()
    {
        int[] sizes = [.. SourceFile.All.Select(file => file.Lines.Length).Order()];
        Assert.That(sizes[sizes.Length / 2], Is.LessThan(100), "the median");
        Assert.That(sizes[sizes.Length * 95 / 100], Is.LessThan(350), "95 of 100 files");
        Assert.That(SourceFile.All.Where(file => file.Lines.Length > 500).Select(file => $"{file.Path}: {file.Lines.Length} lines"), Is.Empty, "no file has more than 500 lines: split it");
    }

    [Test]
    public void AFileHasOnePublicTypeAndItsName() => Assert.That(
        SourceFile.All.Where(file => file.IsIn("src"))
            .Where(file => file.PublicTypes.Distinct(StringComparer.Ordinal).ToArray() is { Length: > 0 } types && (types.Length > 1 || types[0] != Path.GetFileName(file.Path).Split('.')[0]))
            .Select(file => $"{file.Path}: {string.Join(", ", file.PublicTypes)}"),
        Is.Empty);

    [Test]
    public void MemoryIsTouchedWhereItBelongs() => Assert.That(
        SourceFile.All.Where(file => file.IsIn("src") && !file.IsIn(s_unsafe) && file.Lines.Any(line => Unsafe().IsMatch(line))).Select(file => file.Path),
        Is.Empty, $"unsafe code belongs into {string.Join(", ", s_unsafe)}");

    [Test]
    public void NoCollectionIsForced() => Assert.That(
        SourceFile.All.Where(file => file.IsIn("src") && file.Lines.Any(line => line.Contains("GC.Collect", StringComparison.Ordinal))).Select(file => file.Path), Is.Empty);

    [Test]
    public void NothingIsLeftUnfinished() => Assert.That(
        SourceFile.All.Where(file => !file.Path.EndsWith("FileHouseTests.cs", StringComparison.Ordinal) && file.Lines.Any(line => Unfinished().IsMatch(line))).Select(file => file.Path),
        Is.Empty, "what is missing stands in README, under Limitations");

    [Test]
    public void NoTestIsSwitchedOff() => Assert.That(
        SourceFile.All.Where(file => file.IsIn("test") && file.Lines.Any(line => Ignored().IsMatch(line))).Select(file => file.Path), Is.Empty);

    [TestCase("public sealed unsafe class X", true)]
    [TestCase("    private static unsafe void F()", true)]
    [TestCase("    // an unsafe thought", false)]
    public void UnsafeIsSeen(string line, bool isUnsafe) => Assert.That(Unsafe().IsMatch(line), Is.EqualTo(isUnsafe));

    [GeneratedRegex(@"^[^/""]*\bunsafe\b")]
    private static partial Regex Unsafe();

    [GeneratedRegex(@"\bTODO\b|\bFIXME\b|\bHACK\b|NotImplementedException")]
    private static partial Regex Unfinished();

    [GeneratedRegex(@"^\s*\[(Ignore|Explicit)\b")]
    private static partial Regex Ignored();
}
