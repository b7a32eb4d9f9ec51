using System.Buffers.Binary;

namespace KerasNet.Hdf5.Reading;

/// <summary>The parser allocates what a heap or a list of chunks declares before it reads it. So when it has read the signature of one, the sizes that follow are compared with the file first.</summary>
internal static class HeapGuard
{
    /// <summary>Checks the heap whose four letters have just been read.</summary>
    /// <param name="stream">The file; its position does not matter afterwards.</param>
    /// <param name="letters">What was read.</param>
    /// <param name="at">The byte behind them.</param>
    /// <param name="chunkRank">How many numbers say where a chunk lies, when the tree of chunks is being read.</param>
    /// <returns>Whether it was one, so that the stream was moved.</returns>
    public static bool Check(Stream stream, ReadOnlySpan<byte> letters, long at, int chunkRank)
    {
        if (chunkRank > 0 && letters.SequenceEqual("TREE"u8))
        {
            CheckChunks(stream, at, chunkRank);
            return true;
        }

        if (letters.SequenceEqual("HEAP"u8))
        {
            Require(Number(stream, at + 4), stream.Length, "a list of names");
            return true;
        }

        if (letters.SequenceEqual("GCOL"u8))
        {
            CheckCollection(stream, at - 4);
            return true;
        }

        return false;
    }

    /// <summary>Number, links, size, content, of each text; number 0 is what is free.</summary>
    private static void CheckCollection(Stream stream, long start)
    {
        ulong size = Number(stream, start + 8);
        Require(size, stream.Length - start, "a collection of texts");
        long end = start + (long)size;
        for (long at = start + 16; at + 16 <= end;)
        {
            ulong length = Number(stream, at + 8);
            if ((ushort)Number(stream, at) == 0)
            {
                return;
            }

            Require(length, end - at - 16, "a text");
            at += 16 + (((long)length + 7) & ~7);
        }
    }

    /// <summary>Kind, level, count, two neighbours; then for each chunk its size, four bytes, where it lies, and its address.</summary>
    private static void CheckChunks(Stream stream, long at, int chunkRank)
    {
        ulong head = Number(stream, at);
        int count = (int)(head >> 16) & 0xffff;
        long stride = 16 + (8L * chunkRank);
        if ((byte)head != 1 || at + 20 + (count * stride) > stream.Length)
        {
            return;
        }

        for (int i = 0; i < count; i++)
        {
            Require((uint)Number(stream, at + 20 + (i * stride)), stream.Length, "a chunk");
        }
    }

    private static ulong Number(Stream stream, long at)
    {
        Span<byte> eight = stackalloc byte[8];
        stream.Position = at;
        stream.ReadExactly(eight);
        return BinaryPrimitives.ReadUInt64LittleEndian(eight);
    }

    private static void Require(ulong size, long room, string what)
    {
        if (size > (ulong)room)
        {
            throw new InvalidDataException($"{what} of {size} bytes lies in {room} bytes");
        }
    }
}
