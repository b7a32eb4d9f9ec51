using System.Runtime.InteropServices;
using KerasNet.Hdf5.Reading;
using PureHDF;
using PureHDF.VOL.Native;

namespace KerasNet.Hdf5;

/// <summary>One attribute: a small value beside a group or dataset.</summary>
public sealed class Hdf5Attribute
{
    private readonly Hdf5File _file;
    private readonly string _path;
    private readonly StoredType _type;
    private readonly byte[] _bytes;

    internal Hdf5Attribute(Hdf5File file, NativeAttribute native, string owner)
    {
        _file = file;
        _path = $"{owner}@{native.Name}";
        Name = native.Name;
        object message = PureHdfInternals.Message(native);
        _type = StoredType.Of(native.Type, PureHdfInternals.Datatype(message));
        IsNull = native.Space.Type == H5DataspaceType.Null;
        Shape = file.ShapeOf(native.Space, _path);
        ReadOnlySpan<byte> stored = PureHdfInternals.InputData(message).Span;
        long size = file.SizeOf(Shape, _type.Size, _path);
        if (!IsNull && size > stored.Length)
        {
            throw file.Damaged(_path, $"shape ({string.Join(", ", Shape)}) takes {size} bytes, {stored.Length} are there");
        }

        _bytes = IsNull ? [] : stored[..(int)size].ToArray();
        _type.ToLittleEndian(_bytes);
    }

    /// <summary>The name.</summary>
    public string Name { get; }

    /// <summary>What the elements are.</summary>
    public Hdf5ElementType ElementType => _type.Element;

    /// <summary>The shape; empty for a single value.</summary>
    public IReadOnlyList<long> Shape { get; }

    /// <summary>Has it no value at all? Python: <c>h5py.Empty</c>.</summary>
    public bool IsNull { get; }

    /// <summary>The text of a single value.</summary>
    /// <exception cref="InvalidDataException">It is not text, has another number of elements than one, or is damaged.</exception>
    public string Text() => Texts() is [var text]
        ? text
        : throw _file.Damaged(_path, $"expected one text, received shape ({string.Join(", ", Shape)})");

    /// <summary>The texts, row by row; none for an empty attribute of any type.</summary>
    /// <exception cref="InvalidDataException">It is not text, or is damaged.</exception>
    public IReadOnlyList<string> Texts()
    {
        if (IsNull || Shape.Contains(0))
        {
            return [];
        }

        if (_type.Element != Hdf5ElementType.Text)
        {
            throw _file.Damaged(_path, $"expected text, received {_type}");
        }

        return _type.IsVariableText ? _file.Run(_path, () => _file.Heap.Texts(_bytes)) : _type.FixedTexts(_bytes);
    }

    /// <summary>The numbers, row by row, as stored.</summary>
    /// <typeparam name="T">The .NET type that <see cref="ElementType"/> names; nothing is converted.</typeparam>
    /// <exception cref="InvalidDataException">The elements are of another type.</exception>
    public T[] Numbers<T>()
        where T : unmanaged
    {
        if (_bytes.Length == 0)
        {
            return [];
        }

        return _type.Fits<T>()
            ? MemoryMarshal.Cast<byte, T>(_bytes).ToArray()
            : throw _file.Damaged(_path, $"expected {typeof(T).Name}, received {_type}");
    }
}
