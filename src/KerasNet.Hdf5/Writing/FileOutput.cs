namespace KerasNet.Hdf5.Writing;

/// <summary>The file as it grows: everything is appended, at addresses that are multiples of eight; at the end the first block is filled in.</summary>
internal sealed class FileOutput
{
    /// <summary>The address of what is not there.</summary>
    public const ulong Nowhere = ulong.MaxValue;

    private const int FirstBlock = 96;

    public FileOutput(Stream stream)
    {
        Stream = stream;
        Texts = new TextHeap(this);
        stream.Write(new byte[FirstBlock]);
    }

    public Stream Stream { get; }

    public TextHeap Texts { get; }

    public ulong Append(ReadOnlySpan<byte> bytes)
    {
        ulong address = Align();
        Stream.Write(bytes);
        return address;
    }

    public ulong Append(Action<Stream> write, long size, string what)
    {
        ulong address = Align();
        using var counted = new CountedStream(Stream, size, what);
        write(counted);
        counted.RequireComplete();
        return address;
    }

    /// <summary>Version 0: addresses and lengths of 8 bytes, groups of 8 names a node and 32 nodes a branch, and where the root is.</summary>
    public void WriteFirstBlock(GroupTable root)
    {
        Texts.Flush();
        Align();
        var block = new Block();
        block.Write([0x89, (byte)'H', (byte)'D', (byte)'F', 0x0d, 0x0a, 0x1a, 0x0a]);
        block.Write([0, 0, 0, 0, 0, 8, 8, 0]);
        block.Write((ushort)GroupTable.HalfNode);
        block.Write((ushort)GroupTable.HalfBranch);
        block.Write(0u);
        block.Write(0UL);
        block.Write(Nowhere);
        block.Write((ulong)Stream.Position);
        block.Write(Nowhere);
        root.WriteEntry(block, nameAt: 0);
        Stream.Position = 0;
        Stream.Write(block.ToArray());
        Stream.Position = Stream.Length;
        Stream.Flush();
    }

    private ulong Align()
    {
        int rest = (int)(Stream.Position % 8);
        if (rest != 0)
        {
            Stream.Write(new byte[8 - rest]);
        }

        return (ulong)Stream.Position;
    }
}
