using System.Buffers.Binary;

namespace KerasNet.Hdf5.Reading;

/// <summary>The parser allocates what a message of an object header declares before it reads it. So sizes within a message are compared with the message first.</summary>
internal static class MessageGuard
{
    private const int OldFill = 0x04;
    private const int Fill = 0x05;
    private const int Link = 0x06;
    private const int Attribute = 0x0c;
    private const int Continuation = 0x10;
    private const int ShortestHead = 64;            // the parser reads on where a message is too short
    private const int LongestHead = 4096;
    private const int MostBlocks = 64;

    /// <summary>Checks all messages of a header of version 2, whose signature <c>OHDR</c> has just been read.</summary>
    public static void CheckHeader(Stream stream, long at, long start)
    {
        byte[] head = Bytes(stream, at, 40);
        if (head.Length < 40)
        {
            return;
        }

        int flags = head[1];
        int offset = 2 + ((flags & 0x20) != 0 ? 16 : 0) + ((flags & 0x10) != 0 ? 4 : 0);
        int width = 1 << (flags & 3);
        var blocks = new Queue<(long At, ulong Size)>([(at + offset + width, Number(head, offset, width))]);
        for (int block = 0; blocks.Count > 0 && block < MostBlocks; block++)
        {
            (long from, ulong size) = blocks.Dequeue();
            CheckBlock(stream, from, (long)Math.Min(size, (ulong)Math.Max(0, stream.Length - from)), (flags & 4) != 0 ? 6 : 4, start, blocks);
        }
    }

    /// <summary>Checks one message.</summary>
    public static void Check(Stream stream, int kind, int flags, long at, int size)
    {
        if (kind is not (OldFill or Fill or Link or Attribute) || (flags & 2) != 0)
        {
            return;
        }

        byte[] head = Bytes(stream, at, Math.Clamp(size, ShortestHead, LongestHead));
        ulong declared = kind switch
        {
            OldFill => 4 + Number(head, 0, 4),
            Fill when head is [1 or 2, _, _, var defined, ..] => head[0] == 1 || defined != 0 ? 8 + Number(head, 4, 4) : 0,
            Fill when head is [3, var bits, ..] && (bits & 0x20) != 0 => 6 + Number(head, 2, 4),
            Link when head.Length > 2 => LinkSize(head),
            Attribute when head is [1 or 2 or 3, var shared, ..] && (head[0] == 1 || shared == 0) => AttributeSize(head),
            _ => 0,
        };
        if (declared > (ulong)size)
        {
            throw new InvalidDataException($"a message of {size} bytes declares {declared} bytes");
        }
    }

    private static void CheckBlock(Stream stream, long from, long size, int prefix, long start, Queue<(long At, ulong Size)> blocks)
    {
        for (long at = from; at + prefix <= from + size;)
        {
            byte[] head = Bytes(stream, at, 4);
            if (head.Length < 4)
            {
                return;
            }

            int length = BinaryPrimitives.ReadUInt16LittleEndian(head.AsSpan(1));
            at += prefix;
            if (head[0] == Continuation && Bytes(stream, at, 16) is { Length: 16 } next && Number(next, 0, 8) < (ulong)stream.Length && Number(next, 8, 8) > 8)
            {
                blocks.Enqueue((start + (long)Number(next, 0, 8) + 4, Number(next, 8, 8) - 8));     // between signature and checksum
            }

            Check(stream, head[0], head[3], at, length);
            at += length;
        }
    }

    /// <summary>Where the name of a link ends.</summary>
    private static ulong LinkSize(byte[] head)
    {
        int flags = head[1];
        int offset = 2 + ((flags & 8) != 0 ? 1 : 0) + ((flags & 4) != 0 ? 8 : 0) + ((flags & 16) != 0 ? 1 : 0);
        int width = 1 << (flags & 3);
        ulong length = Number(head, offset, width);
        return length > int.MaxValue ? length : length + (ulong)(offset + width);
    }

    /// <summary>Where the elements of an attribute end; what lies beyond the head that was read is left to the parser.</summary>
    private static ulong AttributeSize(byte[] head)
    {
        bool padded = head[0] == 1;
        int At(int length) => padded ? (length + 7) & ~7 : length;
        int name = (int)Number(head, 2, 2);
        int type = (int)Number(head, 4, 2);
        int space = (int)Number(head, 6, 2);
        int typeAt = (head[0] == 3 ? 9 : 8) + At(name);
        int spaceAt = typeAt + At(type);
        int end = spaceAt + At(space);
        if (end > head.Length || space < 4)
        {
            return 0;
        }

        bool isNull = head[spaceAt] == 2 && head[spaceAt + 3] == 2;
        UInt128 size = isNull ? 0 : Number(head, typeAt + 4, 4);
        int rank = head[spaceAt + 1];
        int dimensionsAt = spaceAt + (head[spaceAt] == 1 ? 8 : 4);
        for (int axis = 0; axis < rank && size <= uint.MaxValue; axis++)
        {
            size *= Number(head, dimensionsAt + (8 * axis), 8);
        }

        return (ulong)UInt128.Min(size + (UInt128)end, ulong.MaxValue);
    }

    private static byte[] Bytes(Stream stream, long at, int count)
    {
        byte[] bytes = new byte[count];
        stream.Position = at;
        return bytes[..stream.ReadAtLeast(bytes, count, throwOnEndOfStream: false)];
    }

    private static ulong Number(byte[] bytes, int at, int width)
    {
        ulong number = 0;
        for (int i = Math.Min(width, bytes.Length - at) - 1; i >= 0; i--)
        {
            number = (number << 8) | bytes[at + i];
        }

        return number;
    }
}
