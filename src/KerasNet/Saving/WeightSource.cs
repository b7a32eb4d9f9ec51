using System.Text.Json;
using System.Text.Json.Nodes;
using KerasNet.Hdf5;

namespace KerasNet.Saving;

/// <summary>The variables of a Keras 3 weights file, or of the parts of a sharded one, by path.</summary>
/// <remarks>Row 22 of loading-traps.md: also the names that Keras 2.12 gave, and those of Windows with <c>\</c> in them.</remarks>
internal sealed class WeightSource : IDisposable
{
    private const int MaxShards = 10_000;
    private readonly List<Hdf5File> _files = [];
    private readonly List<Dictionary<string, string>> _spelled = [];

    private WeightSource(IEnumerable<Hdf5File> files)
    {
        foreach (var file in files)
        {
            _files.Add(file);
            _spelled.Add(file.Root.Names.Where(n => n.Contains('\\', StringComparison.Ordinal)).ToDictionary(n => n.Replace('\\', '/'), n => n, StringComparer.Ordinal));
        }
    }

    /// <summary>One file.</summary>
    public static WeightSource Of(Hdf5File file) => new([file]);

    /// <summary>The parts that a <c>.weights.json</c> names; they lie beside it.</summary>
    /// <exception cref="InvalidDataException">The index is damaged or names a file elsewhere.</exception>
    public static WeightSource OfShards(string index)
    {
        var names = new List<string>();
        try
        {
            foreach (var (_, value) in JsonNode.Parse(File.ReadAllText(index))?["weight_map"]?.AsObject() ?? throw new JsonException())
            {
                names.AddRange(value is JsonArray several ? several.Select(n => n!.GetValue<string>()) : [value!.GetValue<string>()]);
            }
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or NullReferenceException)
        {
            throw new InvalidDataException($"'{index}' is no index of sharded weights: its weight_map cannot be read.", e);
        }

        string[] parts = [.. names.Distinct(StringComparer.Ordinal)];
        if (parts.Length > MaxShards || Array.Find(parts, p => Path.GetFileName(p) != p || p.Length == 0) is not null)
        {
            throw new InvalidDataException($"'{index}' names files outside its folder, or too many. Parts lie beside the index.");
        }

        return new WeightSource(parts.Select(p => Hdf5File.Open(Path.Combine(Path.GetDirectoryName(Path.GetFullPath(index))!, p))));
    }

    /// <summary>True where the file has a group of this path.</summary>
    public bool Has(string path) => Groups(path).Any();

    /// <summary>Names of the groups inside a group.</summary>
    public IReadOnlyList<string> Children(string path) => [.. Groups(path).SelectMany(g => g.Names).Distinct(StringComparer.Ordinal)];

    /// <summary>The name of the object that was saved under a path; null in files of Keras before 3.6.</summary>
    public string? NameOf(string path) => Groups($"{path}/vars").Select(g => g.Attributes.Text("name")).FirstOrDefault(n => n is not null);

    /// <summary>The variables of the object at a path, by their keys.</summary>
    public IReadOnlyDictionary<string, Hdf5Dataset> Variables(string path)
    {
        var found = new Dictionary<string, Hdf5Dataset>(StringComparer.Ordinal);
        foreach (var dataset in Groups($"{path}/vars").SelectMany(g => g.Datasets))
        {
            found.TryAdd(dataset.Name, dataset);
        }

        return found;
    }

    public void Dispose() => _files.ForEach(f => f.Dispose());

    private IEnumerable<Hdf5Group> Groups(string path)
    {
        path = path.Trim('/');
        for (var i = 0; i < _files.Count; i++)
        {
            if (_files[i].Root.Find(path) is Hdf5Group group)
            {
                yield return group;
            }
            else if (_spelled[i].Keys.Where(k => path == k || path.StartsWith(k + "/", StringComparison.Ordinal)).MaxBy(k => k.Length) is { } start
                && _files[i].Root.Find(_spelled[i][start]) is Hdf5Group top && (path == start ? top : top.Find(path[(start.Length + 1)..]) as Hdf5Group) is { } inner)
            {
                yield return inner;
            }
        }
    }
}
