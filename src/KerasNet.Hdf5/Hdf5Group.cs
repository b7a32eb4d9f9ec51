using KerasNet.Hdf5.Reading;
using PureHDF;
using PureHDF.VOL.Native;

namespace KerasNet.Hdf5;

/// <summary>A group: a folder of groups and datasets. Python: <c>h5py.Group</c>.</summary>
public sealed class Hdf5Group : Hdf5Object
{
    private readonly NativeGroup _native;
    private readonly Dictionary<string, IH5Object> _children = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Hdf5Object> _opened = new(StringComparer.Ordinal);
    private bool _isListed;
    private bool _isSpoilt;

    internal Hdf5Group(Hdf5File file, NativeGroup native, string path, int depth)
        : base(file, native, path, depth)
    {
        _native = PureHdfInternals.Fresh(native);
    }

    /// <summary>The names of the children, in the file's order (files written by h5py: sorted by their bytes). Links that lead nowhere are left out.</summary>
    /// <exception cref="InvalidDataException">The group is damaged.</exception>
    public IReadOnlyList<string> Names => field ??= File.Run(Path, ListNames);

    /// <summary>The groups among the children, in the file's order.</summary>
    /// <exception cref="InvalidDataException">A child is damaged.</exception>
    public IEnumerable<Hdf5Group> Groups => Names.Select(Open).OfType<Hdf5Group>();

    /// <summary>The datasets among the children, in the file's order.</summary>
    /// <exception cref="InvalidDataException">A child is damaged.</exception>
    public IEnumerable<Hdf5Dataset> Datasets => Names.Select(Open).OfType<Hdf5Dataset>();

    /// <summary>Is there something at this path? Python: <c>path in group</c>.</summary>
    /// <param name="path">Names with <c>/</c> between them, from here, or from the root where it begins with <c>/</c>.</param>
    /// <exception cref="InvalidDataException">A group on the way is damaged.</exception>
    public bool Contains(string path) => Find(path) is not null;

    /// <summary>The object at this path, or null where there is none. Python: <c>group.get(path)</c>.</summary>
    /// <param name="path">Names with <c>/</c> between them, from here, or from the root where it begins with <c>/</c>.</param>
    /// <exception cref="InvalidDataException">It is damaged, or lies in another file.</exception>
    public Hdf5Object? Find(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        Hdf5Object current = path.StartsWith('/') ? File.Root : this;
        foreach (string name in path.Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            if (name == ".")
            {
                continue;
            }

            if (current is not Hdf5Group group || group.Open(name) is not { } next)
            {
                return null;
            }

            current = next;
        }

        return current;
    }

    /// <summary>The group at this path. Python: <c>group[path]</c>.</summary>
    /// <param name="path">Names with <c>/</c> between them, from here, or from the root where it begins with <c>/</c>.</param>
    /// <exception cref="InvalidDataException">There is no group of this path, or it is damaged.</exception>
    public Hdf5Group Group(string path) => Find(path) as Hdf5Group ?? throw Missing("group", path);

    /// <summary>The dataset at this path. Python: <c>group[path]</c>.</summary>
    /// <param name="path">Names with <c>/</c> between them, from here, or from the root where it begins with <c>/</c>.</param>
    /// <exception cref="InvalidDataException">There is no dataset of this path, or it is damaged.</exception>
    public Hdf5Dataset Dataset(string path) => Find(path) as Hdf5Dataset ?? throw Missing("dataset", path);

    private InvalidDataException Missing(string kind, string path)
    {
        string known = string.Join(", ", Names.Take(20).Select(n => $"'{n}'"));
        return File.Damaged(Path, $"there is no {kind} '{path}'. It holds: {(known.Length == 0 ? "nothing" : known)}{(Names.Count > 20 ? ", …" : "")}");
    }

    private List<string> ListNames()
    {
        var names = new List<string>();
        foreach (IH5Object child in _native.Children())
        {
            if (!File.IsInside(child))
            {
                _isSpoilt = true;       // it comes under its name in the other file
            }
            else if (child.Name is null or "" or "." || child.Name.Contains('/', StringComparison.Ordinal))
            {
                throw File.Damaged(Path, $"a child cannot have the name '{child.Name}'");
            }
            else if (child is not IH5UnresolvedLink && _children.TryAdd(child.Name, child))
            {
                File.CountObject(Path);
                names.Add(child.Name);
            }
        }

        return names;
    }

    private Hdf5Object? Open(string name)
    {
        if (_opened.TryGetValue(name, out Hdf5Object? known))
        {
            return known;
        }

        string path = Path == "/" ? $"/{name}" : $"{Path}/{name}";
        return File.Run(path, () =>
        {
            if (NativeChild(name) is not { } child)
            {
                return null;
            }

            if (Depth >= File.Limits.MaxDepth)
            {
                throw File.Damaged(path, $"more than {File.Limits.MaxDepth} groups lie within one another");
            }

            if (!File.IsInside(child))
            {
                throw File.Damaged(path, "it is a link to another file, which is never followed");
            }

            Hdf5Object? opened = child switch
            {
                NativeGroup g => new Hdf5Group(File, g, path, Depth + 1),
                NativeDataset d => new Hdf5Dataset(File, d, path, Depth + 1),
                _ => null,
            };
            if (opened is not null)
            {
                _opened[name] = opened;
            }

            return opened;
        });
    }

    /// <summary>From the list of all, because the parser's search by name is slow; by name where a damaged child spoils the list.</summary>
    private IH5Object? NativeChild(string name)
    {
        if (!_isListed)
        {
            _isListed = true;
            try
            {
                _ = Names;
            }
            catch (InvalidDataException)
            {
                _isSpoilt = true;
            }
        }

        if (_children.TryGetValue(name, out IH5Object? child))
        {
            return child;
        }

        if (!_isSpoilt || !_native.LinkExists(name))
        {
            return null;
        }

        File.CountObject(Path);
        return _native.Get(name);
    }
}
