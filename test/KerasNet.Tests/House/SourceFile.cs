using System.Text.RegularExpressions;

namespace KerasNet.Tests.House;

/// <summary>A file of src or test, with what the rules ask of it.</summary>
internal sealed partial record SourceFile(string Path, string[] Lines)
{
    private static readonly Lazy<SourceFile[]> s_all = new(() => [.. new[] { "src", "test", "examples" }.SelectMany(Find).OrderBy(file => file.Path, StringComparer.Ordinal)]);

    public static IReadOnlyList<SourceFile> All => s_all.Value;

    /// <summary>Public types that stand at the left margin: the file's own, not those inside them.</summary>
    public IEnumerable<string> PublicTypes => Lines.Select(line => PublicType().Match(line)).Where(match => match.Success).Select(match => match.Groups["name"].Value);

    public bool IsIn(params ReadOnlySpan<string> folders)
    {
        foreach (string folder in folders)
        {
            if (Path.StartsWith(folder + "/", StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    private static IEnumerable<SourceFile> Find(string folder)
    {
        string root = System.IO.Path.Combine(Golden.Repository, folder);
        return Directory.EnumerateFiles(root, "*.cs", SearchOption.AllDirectories)
            .Select(path => (Full: path, Path: System.IO.Path.GetRelativePath(Golden.Repository, path).Replace('\\', '/')))
            .Where(file => !file.Path.Contains("/obj/", StringComparison.Ordinal) && !file.Path.Contains("/bin/", StringComparison.Ordinal))
            .Select(file => new SourceFile(file.Path, File.ReadAllLines(file.Full)));
    }

    [GeneratedRegex(@"^public (?!.*\bpartial\b)(sealed |static |abstract |readonly |unsafe |ref |new )*(class|record struct|record class|record|struct|interface|enum) (?<name>\w+)", RegexOptions.ExplicitCapture)]
    private static partial Regex PublicType();
}
