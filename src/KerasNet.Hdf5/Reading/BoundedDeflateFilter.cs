using System.IO.Compression;
using System.Runtime.InteropServices;
using PureHDF.Filters;

namespace KerasNet.Hdf5.Reading;

/// <summary>gzip, which stops where a chunk must end: a kilobyte of zeros would unpack to a megabyte, and so on without limit.</summary>
internal sealed class BoundedDeflateFilter : IH5Filter
{
    private const int Checksum = 4;

    public ushort FilterId => DeflateFilter.Id;

    public string Name => "deflate";

    public Memory<byte> Filter(FilterInfo info)
    {
        if (!info.Flags.HasFlag(H5FilterFlags.Decompress))
        {
            throw new NotSupportedException("This filter only reads.");
        }

        byte[] unpacked = new byte[info.ChunkSize + Checksum];
        using Stream packed = MemoryMarshal.TryGetArray<byte>(info.Buffer, out ArraySegment<byte> segment)
            ? new MemoryStream(segment.Array!, segment.Offset, segment.Count, writable: false)
            : new MemoryStream(info.Buffer.ToArray(), writable: false);
        using var deflate = new ZLibStream(packed, CompressionMode.Decompress);
        int length = deflate.ReadAtLeast(unpacked, unpacked.Length, throwOnEndOfStream: false);
        if (length == unpacked.Length && deflate.ReadByte() >= 0)
        {
            throw new InvalidDataException($"a chunk of {info.ChunkSize} bytes unpacks to more than that");
        }

        return unpacked.AsMemory(0, length);
    }

    public uint[] GetParameters(uint[] chunkDimensions, uint typeSize, Dictionary<string, object>? options) => throw new NotSupportedException("This filter only reads.");
}
