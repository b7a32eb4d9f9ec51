using KerasNet.Hdf5.Writing;

namespace KerasNet.Hdf5;

/// <summary>Writes an HDF5 file in the one layout that h5py has always written for Keras, so that the h5py of every Keras version opens it.</summary>
/// <remarks>
/// Python: <c>h5py.File(path, "w")</c>. Data goes to the disk at once, only names and attributes stay in memory. A file grows beside its final place and takes
/// it when <see cref="Commit"/> is called: whatever happens before that, an older file of the name stays whole.
/// <code>
/// using var writer = Hdf5Writer.Create("model.h5");
/// writer.Root.SetText("keras_version", "2.16.0");
/// Hdf5GroupWriter layer = writer.Root.Group("model_weights/dense");
/// layer.SetTexts("weight_names", ["dense/kernel:0"]);
/// layer.AddDataset&lt;float&gt;("dense/kernel:0", [2, 3], [1, 2, 3, 4, 5, 6]);
/// writer.Commit();
/// </code>
/// </remarks>
public sealed class Hdf5Writer : IDisposable
{
    private readonly FileOutput _output;
    private readonly string? _path;
    private readonly string? _temporary;
    private readonly bool _leaveOpen;
    private bool _committed;
    private bool _disposed;

    private Hdf5Writer(Stream stream, bool leaveOpen, string? path, string? temporary)
    {
        _output = new FileOutput(stream);
        _leaveOpen = leaveOpen;
        _path = path;
        _temporary = temporary;
        Root = new Hdf5GroupWriter(this, "/");
    }

    /// <summary>The root group.</summary>
    public Hdf5GroupWriter Root { get; }

    internal FileOutput Output
    {
        get
        {
            ObjectDisposedException.ThrowIf(_disposed, this);
            return _committed ? throw new InvalidOperationException("The HDF5 file is complete: Commit has been called. Write before it.") : _output;
        }
    }

    /// <summary>Begins a file. It appears under its name with <see cref="Commit"/>; without, it leaves nothing behind.</summary>
    /// <param name="path">An existing file is replaced.</param>
    public static Hdf5Writer Create(string path)
    {
        string full = Path.GetFullPath(path);
        string temporary = $"{full}.{Guid.NewGuid():N}.tmp";
        return new Hdf5Writer(new FileStream(temporary, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, 1 << 16), leaveOpen: false, full, temporary);
    }

    /// <summary>Begins a file within a stream that can seek; the file starts where the stream stands, which must be its beginning.</summary>
    /// <param name="stream">An empty stream.</param>
    /// <param name="leaveOpen">Whether <paramref name="stream"/> outlives the writer.</param>
    /// <exception cref="ArgumentException">The stream cannot write and seek, or is not empty.</exception>
    public static Hdf5Writer Create(Stream stream, bool leaveOpen = false)
    {
        ArgumentNullException.ThrowIfNull(stream);
        return stream is { CanSeek: true, CanWrite: true, Length: 0 }
            ? new Hdf5Writer(stream, leaveOpen, null, null)
            : throw new ArgumentException("An HDF5 file needs an empty stream that can write and seek. Write to a MemoryStream and copy that.", nameof(stream));
    }

    /// <summary>Completes the file, and puts it in its place.</summary>
    /// <exception cref="InvalidOperationException">It was called before.</exception>
    public void Commit()
    {
        FileOutput output = Output;
        GroupTable root = Root.Write(output);
        output.WriteFirstBlock(root);
        if (_temporary is not null)
        {
            ((FileStream)output.Stream).Flush(flushToDisk: true);
            output.Stream.Dispose();
            File.Move(_temporary, _path!, overwrite: true);
        }

        _committed = true;
    }

    /// <summary>Closes; a file that was not committed is removed.</summary>
    public void Dispose()
    {
        if (_disposed)
        {
            return;
        }

        _disposed = true;
        if (!_leaveOpen)
        {
            _output.Stream.Dispose();
        }

        if (_temporary is not null && !_committed)
        {
            File.Delete(_temporary);
        }
    }
}
