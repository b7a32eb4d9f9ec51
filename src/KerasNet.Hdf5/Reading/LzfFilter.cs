using PureHDF.Filters;

namespace KerasNet.Hdf5.Reading;

/// <summary>h5py's own packing, <c>compression="lzf"</c>: literal runs and copies of what came before.</summary>
internal sealed class LzfFilter : IH5Filter
{
    public ushort FilterId => 32000;

    public string Name => "lzf";

    public Memory<byte> Filter(FilterInfo info)
    {
        if (!info.Flags.HasFlag(H5FilterFlags.Decompress))
        {
            throw new NotSupportedException("This filter only reads.");
        }

        if (info.Buffer.Length == info.ChunkSize)
        {
            return info.Buffer.ToArray();       // h5py stores what does not get smaller as it is
        }

        byte[] unpacked = new byte[info.ChunkSize + 4];
        return unpacked.AsMemory(0, Unpack(info.Buffer.Span, unpacked));
    }

    public uint[] GetParameters(uint[] chunkDimensions, uint typeSize, Dictionary<string, object>? options) => throw new NotSupportedException("This filter only reads.");

    /// <summary>A control byte below 32 announces that many literals and one; above, its upper three bits are a length and its lower five the high part of a distance.</summary>
    internal static int Unpack(ReadOnlySpan<byte> packed, Span<byte> unpacked)
    {
        int from = 0;
        int to = 0;
        while (from < packed.Length)
        {
            int control = packed[from++];
            if (control < 32)
            {
                packed.Slice(from, control + 1).CopyTo(unpacked[to..]);
                from += control + 1;
                to += control + 1;
                continue;
            }

            int length = control >> 5;
            if (length == 7)
            {
                length += packed[from++];
            }

            int source = to - (((control & 31) << 8) | packed[from++]) - 1;
            for (int end = to + length + 2; to < end; to++, source++)
            {
                unpacked[to] = unpacked[source];
            }
        }

        return to;
    }
}
