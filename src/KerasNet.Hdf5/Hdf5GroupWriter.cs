using System.Runtime.InteropServices;
using KerasNet.Hdf5.Writing;

namespace KerasNet.Hdf5;

/// <summary>A group that is being written. Python: <c>h5py.Group</c>.</summary>
public sealed class Hdf5GroupWriter : Hdf5ObjectWriter
{
    private readonly Dictionary<string, Hdf5ObjectWriter> _children = new(StringComparer.Ordinal);

    internal Hdf5GroupWriter(Hdf5Writer writer, string path)
        : base(writer, path)
    {
    }

    /// <summary>The group at this path below this one; it and those on the way are made where they are missing. Python: <c>group.require_group(path)</c>.</summary>
    /// <exception cref="ArgumentException">There is a dataset of this name, or the path has no name in it.</exception>
    public Hdf5GroupWriter Group(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        Hdf5GroupWriter current = this;
        foreach (string name in path.Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            current = current.Child(name);
        }

        return current;
    }

    /// <summary>Writes an array. Python: <c>group[path] = array</c>.</summary>
    /// <param name="path">The name, with groups before it that are made where they are missing.</param>
    /// <param name="shape">The shape; empty for a single number.</param>
    /// <param name="elements">The elements, row by row.</param>
    /// <exception cref="ArgumentException">The name is taken, or there are not as many elements as <paramref name="shape"/> says.</exception>
    public Hdf5DatasetWriter AddDataset<T>(string path, ReadOnlySpan<long> shape, ReadOnlySpan<T> elements)
        where T : unmanaged => AddDataset(path, ElementTypes.Of<T>(), shape, MemoryMarshal.AsBytes(elements));

    /// <summary>Writes an array from its bytes, little-endian.</summary>
    /// <param name="path">The name, with groups before it that are made where they are missing.</param>
    /// <param name="type">What the elements are.</param>
    /// <param name="shape">The shape; empty for a single number.</param>
    /// <param name="bytes">The elements, row by row.</param>
    /// <exception cref="ArgumentException">The name is taken, or there are not as many bytes as <paramref name="shape"/> says.</exception>
    public Hdf5DatasetWriter AddDataset(string path, Hdf5ElementType type, ReadOnlySpan<long> shape, ReadOnlySpan<byte> bytes)
    {
        ElementTypes.RequireCount(shape, ElementTypes.SizeOf(type), bytes.Length, $"Dataset '{path}'");
        (Hdf5GroupWriter group, string name) = Place(path);
        ulong address = Writer.Output.Append(bytes);
        return group.Add(name, TypeMessage.Of(type), shape, address, bytes.Length);
    }

    /// <summary>Writes an array piece by piece, so that it need not be in memory as a whole.</summary>
    /// <param name="path">The name, with groups before it that are made where they are missing.</param>
    /// <param name="type">What the elements are.</param>
    /// <param name="shape">The shape; empty for a single number.</param>
    /// <param name="write">Writes exactly the bytes of all elements, row by row, little-endian.</param>
    /// <exception cref="ArgumentException">The name is taken, or <paramref name="write"/> wrote another number of bytes.</exception>
    public Hdf5DatasetWriter AddDataset(string path, Hdf5ElementType type, ReadOnlySpan<long> shape, Action<Stream> write)
    {
        ArgumentNullException.ThrowIfNull(write);
        long size = ElementTypes.ByteCount(shape, ElementTypes.SizeOf(type));
        (Hdf5GroupWriter group, string name) = Place(path);
        ulong address = Writer.Output.Append(write, size, $"Dataset '{path}'");
        return group.Add(name, TypeMessage.Of(type), shape, address, size);
    }

    /// <summary>Writes texts of any length. Python: <c>group[path] = array of str</c>.</summary>
    /// <param name="path">The name, with groups before it that are made where they are missing.</param>
    /// <param name="shape">The shape; empty for a single text.</param>
    /// <param name="texts">The texts, row by row.</param>
    /// <exception cref="ArgumentException">The name is taken, or there are not as many texts as <paramref name="shape"/> says.</exception>
    public Hdf5DatasetWriter AddTexts(string path, ReadOnlySpan<long> shape, IReadOnlyList<string> texts)
    {
        ArgumentNullException.ThrowIfNull(texts);
        ElementTypes.RequireCount(shape, 1, texts.Count, $"Dataset '{path}'");
        (Hdf5GroupWriter group, string name) = Place(path);
        byte[] pointers = [.. texts.SelectMany(Writer.Output.Texts.Add)];
        ulong address = Writer.Output.Append(pointers);
        return group.Add(name, TypeMessage.VariableText(utf8: true), shape, address, pointers.Length);
    }

    /// <summary>Writes the group, after all that is in it.</summary>
    internal GroupTable Write(FileOutput output)
    {
        var table = new GroupTable();
        foreach ((string name, Hdf5ObjectWriter child) in _children)
        {
            if (child is Hdf5GroupWriter group)
            {
                table.Add(name, group.Write(output));
            }
            else
            {
                table.Add(name, ((Hdf5DatasetWriter)child).Write(output));
            }
        }

        table.Write(output);
        var header = new ObjectHeader();
        header.Add(MessageKind.SymbolTable, table.Addresses());
        WriteAttributes(header);
        table.Header = output.Append(header.ToArray());
        return table;
    }

    private Hdf5GroupWriter Child(string name)
    {
        if (!_children.TryGetValue(name, out Hdf5ObjectWriter? child))
        {
            _ = Writer.Output;
            if (name == "." || name.Contains('\0'))
            {
                throw new ArgumentException($"'{name}' cannot be a name in an HDF5 file.");
            }

            _children[name] = child = new Hdf5GroupWriter(Writer, PathOf(name));
        }

        return child as Hdf5GroupWriter ?? throw new ArgumentException($"'{child.Path}' is a dataset and cannot hold others. Choose another name.");
    }

    private (Hdf5GroupWriter Group, string Name) Place(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        int slash = path.LastIndexOf('/');
        string name = path[(slash + 1)..];
        if (name is "" or "." || name.Contains('\0'))
        {
            throw new ArgumentException($"'{path}' cannot be the name of a dataset.", nameof(path));
        }

        Hdf5GroupWriter group = slash < 0 ? this : Group(path[..slash]);
        return group._children.ContainsKey(name)
            ? throw new ArgumentException($"There is already an object '{group.PathOf(name)}'. Names must differ: two layers or weights of one name cannot be saved in one HDF5 file.", nameof(path))
            : (group, name);
    }

    private Hdf5DatasetWriter Add(string name, byte[] type, ReadOnlySpan<long> shape, ulong address, long size)
    {
        var dataset = new Hdf5DatasetWriter(Writer, PathOf(name), type, SpaceMessage.Of(shape), address, size);
        _children.Add(name, dataset);
        return dataset;
    }

    private string PathOf(string name) => Path == "/" ? $"/{name}" : $"{Path}/{name}";
}
