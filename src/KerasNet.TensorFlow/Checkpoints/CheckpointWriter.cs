using System.Runtime.InteropServices;
using System.Text;
using Google.Protobuf;
using KerasNet.TensorFlow.Protos;

namespace KerasNet.TensorFlow.Checkpoints;

/// <summary>Writes a TensorFlow checkpoint: the bytes of tensors into <c>NAME.data-…</c>, their places into <c>NAME.index</c>. It needs no native library.</summary>
/// <remarks>
/// The files are written beside their places. The rename of the index is what replaces an old checkpoint, and the old index never names the new data: where <c>NAME.data-00000-of-00001</c>
/// is in use, the new checkpoint has two parts, the second empty. So an interruption leaves the old one whole.
/// </remarks>
internal sealed class CheckpointWriter : IDisposable
{
    private const int Producer = 1;
    private readonly string _prefix;
    private readonly string _mark = $".{Guid.NewGuid():N}.tmp";
    private readonly FileStream _data;
    private readonly Dictionary<string, BundleEntryProto> _entries = new(StringComparer.Ordinal);

    /// <summary>Begins a checkpoint.</summary>
    /// <param name="prefix">Its path, without ends.</param>
    public CheckpointWriter(string prefix)
    {
        _prefix = Path.GetFullPath(prefix);
        Directory.CreateDirectory(Path.GetDirectoryName(_prefix)!);
        _data = new FileStream(_prefix + ".data" + _mark, FileMode.CreateNew, FileAccess.Write, FileShare.None, 1 << 16);
    }

    /// <summary>Appends a tensor.</summary>
    /// <exception cref="NotSupportedException">TensorFlow has no such type of elements in files.</exception>
    public void Add(string key, Tensor value)
    {
        if (value.DType == DataType.String)
        {
            Add(key, value.Shape, [.. value.Text!.Select(t => Encoding.UTF8.GetBytes(t ?? ""))]);
            return;
        }

        var bytes = value.Bytes();
        Add(key, value.DType, value.Shape, Crc32C.Of(bytes), bytes);
    }

    /// <summary>Appends a tensor of strings, which need not be text.</summary>
    public void Add(string key, TensorShape shape, IReadOnlyList<byte[]> texts)
    {
        var bytes = new List<byte>();
        var crc = 0U;
        foreach (var text in texts)
        {
            bytes.AddRange(SortedTableWriter.Varint((ulong)text.Length));
            crc = Crc32C.Of(BitConverter.GetBytes(text.Length), crc);
        }

        var sum = BitConverter.GetBytes(Crc32C.Mask(crc));
        bytes.AddRange(sum);
        crc = Crc32C.Of(sum, crc);
        foreach (var text in texts)
        {
            bytes.AddRange(text);
            crc = Crc32C.Of(text, crc);
        }

        Add(key, DataType.String, shape, crc, CollectionsMarshal.AsSpan(bytes));
    }

    /// <summary>Puts the checkpoint into its place.</summary>
    public void Commit()
    {
        var (before, shards) = ShardsInUse();
        var header = new BundleHeaderProto { NumShards = shards, Version = new VersionDef { Producer = Producer } };
        var index = SortedTableWriter.Write(_entries.Select(e => (e.Key, e.Value.ToByteArray())).Prepend(("", header.ToByteArray())));
        using (var file = new FileStream(_prefix + ".index" + _mark, FileMode.CreateNew, FileAccess.Write, FileShare.None))
        {
            file.Write(index);
            file.Flush(flushToDisk: true);
        }

        _data.Flush(flushToDisk: true);
        _data.Dispose();
        File.Move(_data.Name, Shard(0, shards), overwrite: true);
        for (var i = 1; i < shards; i++)
        {
            File.WriteAllBytes(Shard(i, shards), []);
        }

        File.Move(_prefix + ".index" + _mark, _prefix + ".index", overwrite: true);
        for (var i = 0; i < before; i++)
        {
            File.Delete(Shard(i, before));
        }
    }

    /// <summary>Removes what was not put into its place.</summary>
    public void Dispose()
    {
        _data.Dispose();
        File.Delete(_data.Name);
        File.Delete(_prefix + ".index" + _mark);
    }

    /// <summary>The file that tells which checkpoint of a folder is the latest.</summary>
    /// <remarks>Python: <c>tf.train.latest_checkpoint</c> reads it.</remarks>
    public static void WriteState(string prefix)
    {
        var full = Path.GetFullPath(prefix);
        var name = Path.GetFileName(full).Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal);
        Saving.WholeFile.Write(Path.Combine(Path.GetDirectoryName(full)!, "checkpoint"), stream =>
            stream.Write(Encoding.UTF8.GetBytes($"model_checkpoint_path: \"{name}\"\nall_model_checkpoint_paths: \"{name}\"\n")));
    }

    private void Add(string key, DataType dtype, TensorShape shape, uint crc, ReadOnlySpan<byte> bytes)
    {
        var entry = new BundleEntryProto { Dtype = (int)dtype, Shape = new TensorShapeProto(), Offset = _data.Position, Size = bytes.Length, Crc32C = Crc32C.Mask(crc) };
        entry.Shape.Dim.AddRange(shape.Dims.ToArray().Select(d => new TensorShapeProto.Types.Dim { Size = d }));
        _entries.Add(key, entry);
        _data.Write(bytes);
    }

    /// <summary>How many parts the checkpoint has that is there, and how many the new one gets so that no name is used twice.</summary>
    private (int Before, int Now) ShardsInUse()
    {
        if (!File.Exists(_prefix + ".index"))
        {
            return (0, 1);
        }

        try
        {
            var before = Checkpoint.ShardsOf(_prefix);
            return (before, before == 1 ? 2 : 1);
        }
        catch (InvalidDataException)
        {
            return (0, 1); // a damaged index is no checkpoint to keep
        }
    }

    private string Shard(int number, int of) => Checkpoint.Shard(_prefix, number, of);
}
