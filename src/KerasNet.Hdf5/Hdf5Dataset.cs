using System.Runtime.InteropServices;
using KerasNet.Hdf5.Reading;
using PureHDF;
using PureHDF.Selections;
using PureHDF.VOL.Native;

namespace KerasNet.Hdf5;

/// <summary>An array. Python: <c>h5py.Dataset</c>. Its size has been compared with the file when it is opened, so <see cref="ByteCount"/> bytes may be allocated.</summary>
public sealed class Hdf5Dataset : Hdf5Object
{
    private readonly NativeDataset _native;
    private readonly StoredType _type;

    internal Hdf5Dataset(Hdf5File file, NativeDataset native, string path, int depth)
        : base(file, native, path, depth)
    {
        _native = native;
        _type = StoredType.Of(native.Type, PureHdfInternals.Datatype(native));
        Shape = file.ShapeOf(native.Space, path);
        IsNull = native.Space.Type == H5DataspaceType.Null;
        ByteCount = IsNull ? 0 : file.SizeOf(Shape, _type.Size, path);
        DatasetGuard.Check(file, native, path, ByteCount, _type.Size);
    }

    /// <summary>What the elements are.</summary>
    public Hdf5ElementType ElementType => _type.Element;

    /// <summary>Bytes of one element.</summary>
    public int ElementSize => _type.Size;

    /// <summary>The shape; empty for a single value.</summary>
    public IReadOnlyList<long> Shape { get; }

    /// <summary>The number of elements.</summary>
    public long Count => ByteCount / _type.Size;

    /// <summary>Has it no elements at all, not even a shape? Python: <c>h5py.Empty</c>.</summary>
    public bool IsNull { get; }

    /// <summary>The number of bytes of all elements.</summary>
    public long ByteCount { get; }

    /// <summary>Reads all elements into the caller's memory, row by row.</summary>
    /// <typeparam name="T">The .NET type that <see cref="ElementType"/> names; nothing is converted.</typeparam>
    /// <param name="destination">As many elements as <see cref="Count"/>.</param>
    /// <exception cref="ArgumentException"><paramref name="destination"/> has another length.</exception>
    /// <exception cref="InvalidDataException">The elements are of another type, or the data is damaged.</exception>
    public void Read<T>(Span<T> destination)
        where T : unmanaged
    {
        if (!_type.Fits<T>())
        {
            throw File.Damaged(Path, $"expected elements of type {typeof(T).Name}, received {_type}");
        }

        ReadBytes(MemoryMarshal.AsBytes(destination));
    }

    /// <summary>Reads all elements, row by row.</summary>
    /// <typeparam name="T">The .NET type that <see cref="ElementType"/> names; nothing is converted.</typeparam>
    /// <exception cref="InvalidDataException">The elements are of another type, or the data is damaged.</exception>
    public T[] Read<T>()
        where T : unmanaged
    {
        if (!_type.Fits<T>())
        {
            throw File.Damaged(Path, $"expected elements of type {typeof(T).Name}, received {_type}");
        }

        T[] elements = GC.AllocateUninitializedArray<T>(checked((int)Count));
        ReadBytes(MemoryMarshal.AsBytes(elements.AsSpan()));
        return elements;
    }

    /// <summary>Reads the bytes of all elements into the caller's memory, row by row, each element little-endian.</summary>
    /// <param name="destination">As many bytes as <see cref="ByteCount"/>.</param>
    /// <exception cref="ArgumentException"><paramref name="destination"/> has another length.</exception>
    /// <exception cref="InvalidDataException">The data is damaged, or is text of variable length.</exception>
    public void ReadBytes(Span<byte> destination)
    {
        if (destination.Length != ByteCount)
        {
            throw new ArgumentException($"Dataset '{Path}' has {ByteCount} bytes. Received memory for {destination.Length}.", nameof(destination));
        }

        if (_type.IsVariableText)
        {
            throw File.Damaged(Path, "text of variable length has no bytes in place; use ReadTexts");
        }

        if (destination.IsEmpty)
        {
            return;
        }

        lock (File.Gate)
        {
            try
            {
                File.BeginOperation(ByteCount, _native.Layout.Class == H5DataLayoutClass.Chunked ? Shape.Count + 1 : 0);
                _native.Read(new H5DatasetAccess(ChunkCache: DatasetGuard.CacheFor(_native, Shape, _type.Size)), destination);
            }
            catch (Exception e)
            {
                throw File.Damaged(Path, e);
            }
        }

        _type.ToLittleEndian(destination);
    }

    /// <summary>Reads all elements as text, row by row.</summary>
    /// <exception cref="InvalidDataException">The elements are not text, or the data is damaged.</exception>
    public IReadOnlyList<string> ReadTexts()
    {
        if (_type.Element != Hdf5ElementType.Text)
        {
            throw File.Damaged(Path, $"expected text, received {_type}");
        }

        if (ByteCount == 0)
        {
            return [];
        }

        if (!_type.IsVariableText)
        {
            byte[] bytes = new byte[ByteCount];
            ReadBytes(bytes);
            return _type.FixedTexts(bytes);
        }

        return File.Run(Path, ReadVariableTexts);
    }

    /// <summary>Row by row through the dataset, so that many pointers to one long text are noticed before they fill the memory.</summary>
    private List<string> ReadVariableTexts()
    {
        var texts = new List<string>();
        long budget = File.TextBudget;
        if (Shape.Count == 0)
        {
            return [_native.Read<string>() ?? ""];
        }

        ulong[] start = new ulong[Shape.Count];
        ulong[] one = [.. Enumerable.Repeat(1UL, Shape.Count)];
        for (long i = 0; i < Count; i++)
        {
            string text = _native.Read<string[]>(new HyperslabSelection(Shape.Count, start, one))[0] ?? "";
            texts.Add(text);
            budget -= text.Length;
            if (budget < 0)
            {
                throw File.Damaged(Path, "its texts are longer than the file");
            }

            for (int axis = Shape.Count - 1; axis >= 0 && ++start[axis] == (ulong)Shape[axis]; axis--)
            {
                start[axis] = 0;
            }
        }

        return texts;
    }
}
