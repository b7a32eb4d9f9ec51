namespace KerasNet.Hdf5.Writing;

/// <summary>A piece of the file that is put together in memory: little-endian numbers and padding.</summary>
internal sealed class Block() : BinaryWriter(new MemoryStream())
{
    /// <summary>Zeros up to a multiple of eight.</summary>
    public Block Pad()
    {
        while (BaseStream.Length % 8 != 0)
        {
            Write((byte)0);
        }

        return this;
    }

    /// <summary>Zeros up to a length.</summary>
    public Block PadTo(int length)
    {
        Write(new byte[length - (int)BaseStream.Length]);
        return this;
    }

    public byte[] ToArray() => ((MemoryStream)BaseStream).ToArray();
}
