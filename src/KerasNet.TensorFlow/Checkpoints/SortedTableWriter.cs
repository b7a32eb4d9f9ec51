using System.Text;

namespace KerasNet.TensorFlow.Checkpoints;

/// <summary>Writes the index of a TensorBundle: what <see cref="SortedTable"/> reads.</summary>
internal static class SortedTableWriter
{
    private const int BlockSize = 1 << 18;
    private const int RestartInterval = 16;

    /// <summary>The bytes of a table.</summary>
    /// <param name="entries">Keys, each only once, with their values; in any order.</param>
    public static byte[] Write(IEnumerable<(string Key, byte[] Value)> entries)
    {
        var file = new List<byte>();
        var index = new Block(1);
        var block = new Block(RestartInterval);
        var (last, handle) = (Array.Empty<byte>(), Array.Empty<byte>());
        foreach (var (key, value) in entries.Select(e => (Encoding.UTF8.GetBytes(e.Key), e.Value)).OrderBy(e => e.Item1, Comparer<byte[]>.Create((a, b) => a.AsSpan().SequenceCompareTo(b))))
        {
            if (handle.Length > 0)
            {
                index.Add(Between(last, key), handle);
                handle = [];
            }

            block.Add(key, value);
            last = key;
            if (block.Size >= BlockSize)
            {
                handle = Append(file, block);
                block = new Block(RestartInterval);
            }
        }

        index.Add(Between(last, [byte.MaxValue]), handle.Length > 0 ? handle : Append(file, block));
        byte[] footer = [.. Append(file, new Block(1)), .. Append(file, index)];
        file.AddRange(footer);
        file.AddRange(new byte[SortedTable.FooterSize - 8 - footer.Length]);
        file.AddRange(BitConverter.GetBytes(SortedTable.Magic));
        return [.. file];
    }

    /// <summary>A number in groups of seven bits, the lowest first.</summary>
    public static byte[] Varint(ulong value)
    {
        var bytes = new List<byte>();
        for (; value >= 0x80; value >>= 7)
        {
            bytes.Add((byte)(value | 0x80));
        }

        return [.. bytes, (byte)value];
    }

    /// <summary>A short key that is not before one and before the next: the index needs no more to find a block.</summary>
    private static byte[] Between(byte[] key, byte[] next)
    {
        var same = key.AsSpan().CommonPrefixLength(next);
        return same < key.Length && same < next.Length && key[same] + 1 < next[same] ? [.. key.AsSpan(0, same), (byte)(key[same] + 1)] : key;
    }

    /// <summary>Writes a block, that it is not compressed, and its checksum.</summary>
    /// <returns>Where it lies.</returns>
    private static byte[] Append(List<byte> file, Block block)
    {
        var bytes = block.Finish();
        byte[] handle = [.. Varint((ulong)file.Count), .. Varint((ulong)bytes.Length)];
        byte[] whole = [.. bytes, 0];
        file.AddRange(whole);
        file.AddRange(BitConverter.GetBytes(Crc32C.Mask(Crc32C.Of(whole))));
        return handle;
    }

    /// <summary>Entries, each without what its key shares with the one before; every few of them a whole key, for searches.</summary>
    private sealed class Block(int restartInterval)
    {
        private readonly List<byte> _bytes = [];
        private readonly List<int> _restarts = [];
        private byte[] _last = [];
        private int _count;

        public int Size => _bytes.Count + (4 * (_restarts.Count + 1));

        public void Add(byte[] key, byte[] value)
        {
            var shared = 0;
            if (_count++ % restartInterval == 0)
            {
                _restarts.Add(_bytes.Count);
            }
            else
            {
                shared = key.AsSpan().CommonPrefixLength(_last);
            }

            _bytes.AddRange([.. Varint((ulong)shared), .. Varint((ulong)(key.Length - shared)), .. Varint((ulong)value.Length)]);
            _bytes.AddRange(key.AsSpan(shared));
            _bytes.AddRange(value);
            _last = key;
        }

        public byte[] Finish()
        {
            // A block without entries has one restart too.
            foreach (var restart in _restarts.Count == 0 ? [0] : _restarts)
            {
                _bytes.AddRange(BitConverter.GetBytes(restart));
            }

            return [.. _bytes, .. BitConverter.GetBytes(Math.Max(1, _restarts.Count))];
        }
    }
}
