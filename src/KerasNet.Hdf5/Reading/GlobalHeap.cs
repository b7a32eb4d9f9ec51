using System.Buffers.Binary;
using System.Text;

namespace KerasNet.Hdf5.Reading;

/// <summary>Texts of variable length lie in collections of their own; an attribute holds pointers to them. Read here and not by the parser, which allocates what a damaged collection declares.</summary>
internal sealed class GlobalHeap(GuardedStream stream)
{
    private const int PointerSize = 16;

    /// <summary>Follows pointers of 16 bytes: length, address of the collection, index in it.</summary>
    public IReadOnlyList<string> Texts(ReadOnlySpan<byte> pointers)
    {
        string[] texts = new string[pointers.Length / PointerSize];
        long budget = stream.Length;
        for (int i = 0; i < texts.Length; i++)
        {
            ReadOnlySpan<byte> pointer = pointers.Slice(i * PointerSize, PointerSize);
            uint length = BinaryPrimitives.ReadUInt32LittleEndian(pointer);
            ulong address = unchecked(BinaryPrimitives.ReadUInt64LittleEndian(pointer[4..]) + (ulong)stream.Start);
            uint index = BinaryPrimitives.ReadUInt32LittleEndian(pointer[12..]);
            budget -= length;
            if (budget < 0)
            {
                throw new InvalidDataException($"its texts are longer than the file, which has {stream.Length} bytes");
            }

            texts[i] = length == 0 || address == (ulong)stream.Start ? "" : Text(address, index, length);
        }

        return texts;
    }

    private string Text(ulong address, uint index, uint length)
    {
        (long at, long size) = Find(address, index);
        if (length > size)
        {
            throw new InvalidDataException($"a text of {length} bytes lies in {size} bytes");
        }

        byte[] bytes = new byte[length];
        stream.Position = at;
        stream.ReadExactly(bytes);
        ReadOnlySpan<byte> text = bytes;
        int end = text.IndexOf((byte)0);
        return Encoding.UTF8.GetString(end < 0 ? text : text[..end]);
    }

    private (long Position, long Size) Find(ulong address, uint index)
    {
        Span<byte> head = stackalloc byte[16];
        ReadAt(address, head);
        ulong size = BinaryPrimitives.ReadUInt64LittleEndian(head[8..]);
        if (!head[..4].SequenceEqual("GCOL"u8) || size > (ulong)stream.Length - address)
        {
            throw new InvalidDataException($"there is no collection of texts at byte {address}");
        }

        ulong end = address + size;
        ulong at = address + 16;
        while (at + 16 <= end)
        {
            ReadAt(at, head);
            ulong length = BinaryPrimitives.ReadUInt64LittleEndian(head[8..]);
            ushort found = BinaryPrimitives.ReadUInt16LittleEndian(head);
            if (length > end - at - 16 || found == 0)
            {
                break;
            }

            at += 16;
            if (found == index)
            {
                return ((long)at, (long)length);
            }

            at += (length + 7) & ~7UL;
        }

        throw new InvalidDataException($"text {index} is not in the collection at byte {address}");
    }

    private void ReadAt(ulong address, Span<byte> bytes)
    {
        if (address > (ulong)stream.Length)
        {
            throw new InvalidDataException($"it points to byte {address} of {stream.Length}");
        }

        stream.Position = (long)address;
        stream.ReadExactly(bytes);
    }
}
