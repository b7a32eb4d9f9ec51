using System.Buffers.Binary;
using System.Globalization;
using System.Text;
using Google.Protobuf;
using KerasNet.TensorFlow.Protos;

namespace KerasNet.TensorFlow.Checkpoints;

/// <summary>A TensorFlow checkpoint: <c>NAME.index</c> and the <c>NAME.data-…</c> beside it. It needs no native library.</summary>
/// <remarks>
/// Python: <c>tf.train.load_checkpoint</c>. The files are taken for hostile: nothing is allocated before sizes and places have been compared with them, and every tensor's checksum is verified.
/// <code>
/// var checkpoint = Checkpoint.Read("training/weights");
/// foreach (var (name, entry) in checkpoint.Entries)
/// {
///     Console.WriteLine($"{name} {entry.DType} {entry.Shape}");
/// }
/// </code>
/// </remarks>
public sealed class Checkpoint
{
    internal const string ObjectGraph = "_CHECKPOINTABLE_OBJECT_GRAPH";
    private const string IndexEnd = ".index";
    private const int LongestIndex = 1 << 30;
    private const int MostShards = 100_000;
    private const int MostDimensions = 254;
    private readonly string _prefix;

    private Checkpoint(string prefix, IReadOnlyDictionary<string, CheckpointEntry> entries) => (_prefix, Entries) = (prefix, entries);

    /// <summary>Names, shapes and types of the tensors.</summary>
    public IReadOnlyDictionary<string, CheckpointEntry> Entries { get; }

    /// <summary>Reads the index of a checkpoint.</summary>
    /// <param name="path">The path without <c>.index</c>, or with it, or a folder whose <c>checkpoint</c> file names the latest one.</param>
    /// <exception cref="FileNotFoundException">There is no checkpoint.</exception>
    /// <exception cref="InvalidDataException">The index is damaged.</exception>
    public static Checkpoint Read(string path)
    {
        var prefix = PrefixOf(path) ?? throw new FileNotFoundException($"There is no checkpoint '{Path.GetFullPath(path)}': neither a file '{Path.GetFileName(path)}{IndexEnd}' nor a folder with a file 'checkpoint'.", path);
        try
        {
            var index = new FileInfo(prefix + IndexEnd);
            return index.Length <= LongestIndex ? new Checkpoint(prefix, Read(prefix, File.ReadAllBytes(index.FullName)))
                : throw new InvalidDataException($"It has {index.Length} bytes, at most {LongestIndex} are read.");
        }
        catch (Exception e) when (e is InvalidDataException or InvalidProtocolBufferException or OverflowException)
        {
            throw new InvalidDataException($"'{prefix}{IndexEnd}' is not a readable index of a checkpoint: {e.Message}", e);
        }
    }

    /// <summary>Writes tensors by name. A checkpoint that is there is replaced when the new one is whole.</summary>
    /// <remarks>Python: <c>tf.raw_ops.Save</c>; <c>tf.train.load_checkpoint(path).get_tensor(name)</c> reads it. A model's weights: <c>model.SaveWeights(path, saveFormat: "tf")</c>.</remarks>
    /// <param name="path">The path without ends.</param>
    /// <param name="tensors">Values, each under its name.</param>
    /// <exception cref="ArgumentException">A name is empty or stands twice.</exception>
    public static void Write(string path, IEnumerable<KeyValuePair<string, Tensor>> tensors)
    {
        using var writer = new CheckpointWriter(path);
        foreach (var (name, tensor) in tensors)
        {
            ArgumentException.ThrowIfNullOrEmpty(name);
            writer.Add(name, tensor);
        }

        writer.Commit();
    }

    /// <summary>Reads one tensor.</summary>
    /// <param name="name">One of the names in <see cref="Entries"/>.</param>
    /// <exception cref="KeyNotFoundException">No tensor has the name.</exception>
    /// <exception cref="InvalidDataException">Its bytes are damaged or missing.</exception>
    /// <exception cref="NotSupportedException">It lies in slices, or has elements of a type that KerasNet does not know.</exception>
    public Tensor ReadTensor(string name)
    {
        var entry = Find(name);
        if (entry.DType == DataType.String)
        {
            return new Tensor(entry.Shape, [.. ReadTexts(name).Select(Encoding.UTF8.GetString)]);
        }

        if (!Enum.IsDefined(entry.DType) || entry.DType is DataType.None or DataType.Resource or DataType.Variant)
        {
            throw new NotSupportedException($"Tensor '{name}' of checkpoint '{_prefix}' has elements of TensorFlow's type {(int)entry.DType}, which KerasNet does not know.");
        }

        var elements = Elements(entry);
        if (entry.Size != (decimal)elements * entry.DType.Size())
        {
            throw Bad(name, $"it has {entry.Size} bytes, its shape {entry.Shape} of {entry.DType.Name()} asks for {(decimal)elements * entry.DType.Size()}");
        }

        using var file = Open(name, entry);
        var tensor = Tensor.Allocate(entry.DType, entry.Shape);
        var bytes = elements == 0 ? [] : tensor.WritableBytes();
        file.ReadExactly(bytes);
        return Crc32C.Mask(Crc32C.Of(bytes)) == entry.Checksum ? tensor : throw Bad(name, "its checksum is wrong");
    }

    /// <summary>The strings of a tensor, which need not be text: messages lie in checkpoints too.</summary>
    internal byte[][] ReadTexts(string name)
    {
        var entry = Find(name);
        var elements = Elements(entry);
        using var file = Open(name, entry);
        if (entry.DType != DataType.String || elements > entry.Size || entry.Size > Array.MaxLength)
        {
            throw Bad(name, $"it is no tensor of {elements} strings in {entry.Size} bytes");
        }

        var bytes = new byte[entry.Size];
        file.ReadExactly(bytes);
        var cursor = new ByteCursor(bytes);
        var lengths = new ulong[elements];
        var crc = 0U;
        Span<byte> number = stackalloc byte[8];
        for (var i = 0; i < lengths.Length; i++)
        {
            lengths[i] = cursor.Varint();
            BinaryPrimitives.WriteUInt64LittleEndian(number, lengths[i]);
            crc = Crc32C.Of(number[..(lengths[i] <= uint.MaxValue ? 4 : 8)], crc);
        }

        var sum = cursor.Take(4);
        var texts = new byte[elements][];
        var good = BinaryPrimitives.ReadUInt32LittleEndian(sum) == Crc32C.Mask(crc);
        crc = Crc32C.Of(sum, crc);
        for (var i = 0; good && i < lengths.Length; i++)
        {
            texts[i] = lengths[i] <= (ulong)cursor.Left ? cursor.Take((int)lengths[i]).ToArray() : throw Bad(name, "a string is longer than the tensor");
            crc = Crc32C.Of(texts[i], crc);
        }

        return good && cursor.Left == 0 && Crc32C.Mask(crc) == entry.Checksum ? texts : throw Bad(name, "its checksum is wrong");
    }

    /// <summary>The object graph; null in checkpoints of TensorFlow 1, which name variables only.</summary>
    internal TrackableObjectGraph? Objects()
    {
        try
        {
            return Entries.ContainsKey(ObjectGraph) && ReadTexts(ObjectGraph) is [var message] ? TrackableObjectGraph.Parser.ParseFrom(message) : null;
        }
        catch (InvalidProtocolBufferException e)
        {
            throw new InvalidDataException(Bad(ObjectGraph, "it is not understood").Message, e);
        }
    }

    /// <summary>The path of a checkpoint without its end; null where there is none.</summary>
    internal static string? PrefixOf(string path)
    {
        if (File.Exists(path + IndexEnd))
        {
            return path;
        }

        if (path.EndsWith(IndexEnd, StringComparison.Ordinal) && File.Exists(path))
        {
            return path[..^IndexEnd.Length];
        }

        return Path.Combine(path, "checkpoint") is var state && File.Exists(state) ? Latest(path, state) : null;
    }

    private static string? Latest(string folder, string state)
    {
        const string key = "model_checkpoint_path:";
        var line = File.ReadLines(state).Take(1000).FirstOrDefault(l => l.StartsWith(key, StringComparison.Ordinal));
        var prefix = Path.Combine(folder, Path.GetFileName(line?[key.Length..].Trim().Trim('"') ?? ""));    // a folder that was moved still holds its files
        return line is not null && File.Exists(prefix + IndexEnd) ? prefix : null;
    }

    /// <summary>Number of files with data.</summary>
    internal static int ShardsOf(string prefix) => Header(SortedTable.Read(File.ReadAllBytes(prefix + IndexEnd))).NumShards;

    /// <summary>Path of a file with data.</summary>
    internal static string Shard(string prefix, int number, int of) => string.Create(CultureInfo.InvariantCulture, $"{prefix}.data-{number:D5}-of-{of:D5}");

    private static BundleHeaderProto Header(IReadOnlyList<(string Key, ReadOnlyMemory<byte> Value)> table) =>
        table is [{ Key: "" } first, ..] && BundleHeaderProto.Parser.ParseFrom(first.Value.Span) is { NumShards: > 0 and <= MostShards, Endianness: 0 } header ? header
            : throw new InvalidDataException("It has no header of a bundle in little-endian order.");

    private static Dictionary<string, CheckpointEntry> Read(string prefix, byte[] index)
    {
        var table = SortedTable.Read(index);
        var header = Header(table);
        var entries = new Dictionary<string, CheckpointEntry>(StringComparer.Ordinal);
        foreach (var (name, value) in table.Skip(1))
        {
            var entry = BundleEntryProto.Parser.ParseFrom(value.Span);
            if (entry.ShardId < 0 || entry.ShardId >= header.NumShards || entry.Offset < 0 || entry.Size < 0 || entry.Shape is { UnknownRank: true } or { Dim.Count: > MostDimensions })
            {
                throw new InvalidDataException($"The entry '{name}' cannot be right.");
            }

            int[] dims = [.. (entry.Shape?.Dim ?? []).Select(d => d.Size is >= 0 and <= int.MaxValue ? (int)d.Size : throw new InvalidDataException($"The entry '{name}' has a dimension {d.Size}."))];
            entries[name] = new CheckpointEntry((DataType)entry.Dtype, new TensorShape(dims))
            {
                File = Shard(prefix, entry.ShardId, header.NumShards),
                Offset = entry.Offset,
                Size = entry.Size,
                Checksum = entry.Crc32C,
                IsSliced = entry.Slices.Count > 0,
            };
        }

        return entries;
    }

    private CheckpointEntry Find(string name) => Entries.TryGetValue(name, out var entry) ? entry.IsSliced ? throw Sliced(name) : entry
        : throw new KeyNotFoundException($"Checkpoint '{_prefix}' has no tensor '{name}'. It has {Entries.Count}: {string.Join(", ", Entries.Keys.Where(k => k != ObjectGraph).Take(10))}{(Entries.Count > 10 ? ", …" : "")}");

    private long Elements(CheckpointEntry entry)
    {
        var count = 1L;
        foreach (var dimension in entry.Shape.Dims)
        {
            count = dimension == 0 ? 0 : count * dimension is var next && count <= long.MaxValue / dimension ? next : throw new InvalidDataException($"A tensor of checkpoint '{_prefix}' has shape {entry.Shape}, more than any file can hold.");
        }

        return entry.Shape.Dims.Contains(0) ? 0 : count;
    }

    private FileStream Open(string name, CheckpointEntry entry)
    {
        if (!File.Exists(entry.File))
        {
            throw Bad(name, $"the file '{Path.GetFileName(entry.File)}' is missing");
        }

        var file = File.OpenRead(entry.File);
        if (entry.Offset > file.Length || entry.Size > file.Length - entry.Offset)
        {
            var length = file.Length;
            file.Dispose();
            throw Bad(name, $"it lies at {entry.Offset} to {(decimal)entry.Offset + entry.Size} of a file of {length} bytes");
        }

        file.Position = entry.Offset;
        return file;
    }

    private NotSupportedException Sliced(string name) => new($"Tensor '{name}' of checkpoint '{_prefix}' lies in slices, as partitioned variables of TensorFlow 1 do. Save it whole in Python.");

    private InvalidDataException Bad(string name, string why) => new($"Tensor '{name}' of checkpoint '{_prefix}' cannot be read: {why}.");
}
