using System.Security.Cryptography;

namespace KerasNet.TensorFlow.Runtime;

/// <summary>A library packed as a brotli-compressed tar in parts, <c>NAME.tar.br.0</c>, <c>.1</c>, …, with their SHA-256 in <c>SHA256SUMS</c>.</summary>
internal sealed class PackedRuntime
{
    private const string Extension = ".tar.br.";
    private readonly List<(string Path, string Sha256)> _parts;

    private PackedRuntime(string name, List<(string Path, string Sha256)> parts)
    {
        Name = name;
        _parts = parts;
    }

    /// <summary>As in <c>tensorflow-2.16.2-linux-x64</c>.</summary>
    public string Name { get; }

    /// <summary>For people: <c>TensorFlow 2.16.2</c>.</summary>
    public string Title => Name.Split('-') is ["tensorflow", var version, ..] ? $"TensorFlow {version}" : Name;

    /// <summary>Null when the folder holds no packed runtime.</summary>
    /// <exception cref="InvalidDataException">Its list of sums is damaged, or a part is missing.</exception>
    public static PackedRuntime? TryOpen(string folder)
    {
        var sums = Path.Combine(folder, "SHA256SUMS");
        if (!File.Exists(sums))
        {
            return null;
        }

        var parts = new SortedDictionary<int, (string Path, string Sha256)>();
        string? name = null;
        foreach (var line in File.ReadLines(sums))
        {
            var at = line.IndexOf(Extension, StringComparison.Ordinal);
            if (at < 0)
            {
                continue;
            }

            if (line.Split((char[]?)null, 2, StringSplitOptions.RemoveEmptyEntries) is not [{ Length: 64 } sha, var listed]
                || listed.Trim().TrimStart('*') is not { } file || file != Path.GetFileName(file)
                || !int.TryParse(line.AsSpan(at + Extension.Length).Trim(), out var number))
            {
                throw new InvalidDataException($"{sums} has a line that is not 'SHA-256  file': {line}");
            }

            name = file[..file.IndexOf(Extension, StringComparison.Ordinal)];
            var path = Path.Combine(folder, file);
            parts[number] = File.Exists(path) ? (path, sha) : throw new InvalidDataException($"the part {file} is missing in {folder}");
        }

        if (name is null || parts.Keys.Max() != parts.Count - 1)
        {
            throw new InvalidDataException($"{sums} does not list all parts of a packed runtime");
        }

        return new(name, [.. parts.Values]);
    }

    /// <summary>Checks every part against its sum.</summary>
    /// <exception cref="InvalidDataException">A part is damaged.</exception>
    public void Verify()
    {
        foreach (var (path, expected) in _parts)
        {
            using var file = File.OpenRead(path);
            var actual = Convert.ToHexStringLower(SHA256.HashData(file));
            if (!string.Equals(actual, expected, StringComparison.OrdinalIgnoreCase))
            {
                throw new InvalidDataException($"the part {path} is damaged: SHA-256 {expected} expected, {actual} found; get the file again");
            }
        }
    }

    /// <summary>All parts as one stream of compressed bytes.</summary>
    public Stream OpenParts(Action<double> progress) => new PartsStream([.. _parts.Select(p => p.Path)], progress);
}
