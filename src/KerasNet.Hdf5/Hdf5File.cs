using KerasNet.Hdf5.Reading;
using PureHDF;
using PureHDF.VOL.Native;

namespace KerasNet.Hdf5;

/// <summary>An HDF5 file that is open for reading. It is taken for hostile: whatever is wrong with it becomes an <see cref="InvalidDataException"/>, and nothing outside it is ever read.</summary>
/// <remarks>
/// Python: <c>h5py.File(path, "r")</c>. All members may be used from several threads; they wait for one another.
/// <code>
/// using var file = Hdf5File.Open("model.h5");
/// string? config = file.Root.Attributes.Text("model_config");
/// Hdf5Dataset kernel = file.Root.Dataset("model_weights/dense/dense/kernel:0");
/// float[] values = kernel.Read&lt;float&gt;();
/// </code>
/// </remarks>
public sealed class Hdf5File : IDisposable
{
    private readonly GuardedStream _stream;
    private readonly NativeFile _native;
    private long _objectsLeft;
    private bool _disposed;

    private Hdf5File(GuardedStream stream, string name, Hdf5Limits limits)
    {
        _stream = stream;
        Name = name;
        Limits = limits;
        Heap = new GlobalHeap(stream);
        _objectsLeft = (stream.Length / 16) + 1000;
        BoundedFilters.Register();
        _native = Run("/", () => H5File.Open(stream, leaveOpen: true));
        Root = new Hdf5Group(this, _native, "/", 0);
    }

    /// <summary>The path or name that it was opened with; errors show it.</summary>
    public string Name { get; }

    /// <summary>The root group.</summary>
    public Hdf5Group Root { get; }

    internal Hdf5Limits Limits { get; }

    internal Lock Gate { get; } = new();

    internal GlobalHeap Heap { get; }

    internal long Length => _stream.Length;

    /// <summary>How many characters the texts of one object may have together.</summary>
    internal long TextBudget => _stream.Length + (1 << 20);

    /// <summary>Opens a file.</summary>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="InvalidDataException">It is not HDF5, or damaged.</exception>
    public static Hdf5File Open(string path, Hdf5Limits? limits = null)
    {
        var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 16384);
        return Open(stream, path, limits, leaveOpen: false);
    }

    /// <summary>Opens a file within a stream that can seek.</summary>
    /// <param name="stream">The whole stream is the file, whatever its position.</param>
    /// <param name="name">What errors call it.</param>
    /// <param name="limits">How far it is trusted.</param>
    /// <param name="leaveOpen">Whether <paramref name="stream"/> outlives the file.</param>
    /// <exception cref="InvalidDataException">It is not HDF5, or damaged.</exception>
    public static Hdf5File Open(Stream stream, string name = "stream", Hdf5Limits? limits = null, bool leaveOpen = false)
    {
        ArgumentNullException.ThrowIfNull(stream);
        try
        {
            long start = Signature.Find(stream) ?? throw new InvalidDataException($"File '{name}' is not HDF5: it has no HDF5 signature.");
            Signature.RequireWideOffsets(stream, start, name);
            return new Hdf5File(new GuardedStream(stream, start, leaveOpen), name, limits ?? Hdf5Limits.Default);
        }
        catch
        {
            if (!leaveOpen)
            {
                stream.Dispose();
            }

            throw;
        }
    }

    /// <summary>Does this file begin as HDF5 files do?</summary>
    public static bool IsHdf5(string path)
    {
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read);
        return IsHdf5(stream);
    }

    /// <summary>Does this stream begin as HDF5 files do? Its position stays.</summary>
    public static bool IsHdf5(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        long position = stream.Position;
        bool found = Signature.Find(stream) is not null;
        stream.Position = position;
        return found;
    }

    /// <summary>Closes the file.</summary>
    public void Dispose()
    {
        lock (Gate)
        {
            if (!_disposed)
            {
                _disposed = true;
                _native.Dispose();
                _stream.Dispose();
            }
        }
    }

    /// <summary>Calls the parser, which is not safe for threads and fails in many ways.</summary>
    internal T Run<T>(string path, Func<T> call)
    {
        lock (Gate)
        {
            BeginOperation(0);
            try
            {
                return call();
            }
            catch (Exception e)
            {
                throw Damaged(path, e);
            }
        }
    }

    internal void BeginOperation(long bytes, int chunkRank = 0)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        _stream.ChunkRank = chunkRank;
        _stream.Grant(bytes);
    }

    /// <summary>Links may form circles, so that a small file has endless paths.</summary>
    internal void CountObject(string path)
    {
        if (--_objectsLeft < 0)
        {
            throw Damaged(path, "it has more objects than its length allows (do links form a circle?)");
        }
    }

    /// <summary>The parser follows links into other files.</summary>
    internal bool IsInside(IH5Object child) => child is IH5UnresolvedLink || child is not NativeObject native || PureHdfInternals.IsIn(native, _native);

    internal IReadOnlyList<long> ShapeOf(IH5Dataspace space, string path)
    {
        ulong[] dimensions = space.Type == H5DataspaceType.Simple ? space.Dimensions : [];
        return Array.Exists(dimensions, d => d > long.MaxValue)
            ? throw Damaged(path, $"it declares the shape ({string.Join(", ", dimensions)})")
            : Array.ConvertAll(dimensions, d => (long)d);
    }

    /// <summary>The bytes of an array, counted so widely that no damaged shape wraps around.</summary>
    internal long SizeOf(IReadOnlyList<long> shape, int elementSize, string path)
    {
        if (shape.Contains(0))
        {
            return 0;
        }

        UInt128 size = (UInt128)elementSize;
        foreach (long dimension in shape)
        {
            size *= (UInt128)dimension;
            if (size > int.MaxValue)
            {
                throw Damaged(path, $"shape ({string.Join(", ", shape)}) of elements of {elementSize} bytes is larger than 2,147,483,647 bytes");
            }
        }

        return (long)size;
    }

    internal InvalidDataException Damaged(string path, string offence) => new($"HDF5 file '{Name}' cannot be read at '{path}': {offence}.");

    internal Exception Damaged(string path, Exception cause) => cause switch
    {
        _ when _stream.Failure is { } failure => failure,
        ObjectDisposedException => cause,
        InvalidDataException when cause.Message.StartsWith("HDF5 file", StringComparison.Ordinal) => cause,
        _ => new InvalidDataException(Damaged(path, Offence.Of(cause)).Message, cause),
    };
}
