using System.Buffers.Binary;
using System.Text;

namespace KerasNet.TensorFlow.Checkpoints;

/// <summary>Reads the index of a TensorBundle: a table of sorted keys in the layout of LevelDB.</summary>
/// <remarks>
/// Blocks of entries, each entry the bytes that its key does not share with the one before, then its value; behind each block one byte for compression and a checksum; at the end of the file where the block of blocks lies.
/// Keys must rise and blocks must not overlap, so that a small file cannot stand for a large table.
/// </remarks>
internal static class SortedTable
{
    public const int FooterSize = 48;
    private const int TrailerSize = 5;
    private const int LongestKey = 1 << 14;
    public const ulong Magic = 0xdb4775248b80fb57;

    /// <summary>All keys, in order, with their values.</summary>
    /// <exception cref="InvalidDataException">The table is damaged.</exception>
    /// <exception cref="NotSupportedException">Its blocks are compressed.</exception>
    public static IReadOnlyList<(string Key, ReadOnlyMemory<byte> Value)> Read(byte[] file)
    {
        if (file.Length < FooterSize || BinaryPrimitives.ReadUInt64LittleEndian(file.AsSpan(file.Length - 8)) != Magic)
        {
            throw new InvalidDataException("It does not end as an index does.");
        }

        var footer = new ByteCursor(file.AsSpan(file.Length - FooterSize, FooterSize - 8));
        _ = Handle(ref footer);
        var index = Handle(ref footer);
        var entries = new List<(string, ReadOnlyMemory<byte>)>();
        var end = 0L;
        var last = Array.Empty<byte>();
        foreach (var (_, place) in Entries(Block(file, index), []))
        {
            var cursor = new ByteCursor(place.Span);
            var handle = Handle(ref cursor);
            if (handle.Offset < end)
            {
                throw new InvalidDataException("Its blocks overlap.");
            }

            end = handle.Offset + handle.Size;
            foreach (var (key, value) in Entries(Block(file, handle), last))
            {
                entries.Add((Encoding.UTF8.GetString(key), value));
                last = key;
            }
        }

        return entries;
    }

    private static (long Offset, long Size) Handle(ref ByteCursor cursor)
    {
        var (offset, size) = (cursor.Varint(), cursor.Varint());
        return offset <= int.MaxValue && size <= int.MaxValue ? ((long)offset, (long)size) : throw new InvalidDataException($"A block of {size} bytes lies at {offset}.");
    }

    private static ReadOnlyMemory<byte> Block(byte[] file, (long Offset, long Size) handle)
    {
        if (handle.Offset + handle.Size + TrailerSize > file.Length - FooterSize)
        {
            throw new InvalidDataException($"A block lies at {handle.Offset} to {handle.Offset + handle.Size}, {file.Length} bytes are there.");
        }

        var whole = file.AsSpan((int)handle.Offset, (int)handle.Size + TrailerSize);
        if (BinaryPrimitives.ReadUInt32LittleEndian(whole[^4..]) != Crc32C.Mask(Crc32C.Of(whole[..^4])))
        {
            throw new InvalidDataException($"The checksum of the block at {handle.Offset} is wrong.");
        }

        return whole[^TrailerSize] == 0 ? file.AsMemory((int)handle.Offset, (int)handle.Size)
            : throw new NotSupportedException($"An index with compressed blocks (type {whole[^TrailerSize]}) is not read. TensorFlow writes none; write the checkpoint anew.");
    }

    private static List<(byte[] Key, ReadOnlyMemory<byte> Value)> Entries(ReadOnlyMemory<byte> block, byte[] last)
    {
        var bytes = block.Span;
        var restarts = bytes.Length >= 4 ? BinaryPrimitives.ReadUInt32LittleEndian(bytes[^4..]) : uint.MaxValue;
        var length = bytes.Length - 4 - (4L * restarts);
        if (length < 0)
        {
            throw new InvalidDataException("A block is cut off.");
        }

        var entries = new List<(byte[], ReadOnlyMemory<byte>)>();
        var budget = (4L * length) + (LongestKey << 4);
        var cursor = new ByteCursor(bytes[..(int)length]);
        var key = Array.Empty<byte>();
        while (cursor.Left > 0)
        {
            var (shared, added, size) = (cursor.Varint(), cursor.Length(), cursor.Length());
            if (shared > (ulong)key.Length || (int)shared + added > LongestKey || (budget -= (int)shared + added) < 0)
            {
                throw new InvalidDataException("A key is too long, or shares more with the one before than that has.");
            }

            key = [.. key.AsSpan(0, (int)shared), .. cursor.Take(added)];
            if ((entries.Count > 0 || last.Length > 0) && key.AsSpan().SequenceCompareTo(last) <= 0)
            {
                throw new InvalidDataException("Its keys are not in order.");
            }

            var at = (int)length - cursor.Left;
            cursor.Take(size);
            entries.Add((key, block.Slice(at, size)));
            last = key;
        }

        return entries;
    }
}
