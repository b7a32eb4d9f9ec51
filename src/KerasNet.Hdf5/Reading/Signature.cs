namespace KerasNet.Hdf5.Reading;

/// <summary>Where in a stream HDF5 begins: at 0, or after a block of the user's own of 512, 1024, 2048, … bytes.</summary>
internal static class Signature
{
    private static ReadOnlySpan<byte> Bytes => [0x89, (byte)'H', (byte)'D', (byte)'F', 0x0d, 0x0a, 0x1a, 0x0a];

    public static long? Find(Stream stream)
    {
        Span<byte> buffer = stackalloc byte[8];
        for (long start = 0; start + 8 <= stream.Length; start = start == 0 ? 512 : start * 2)
        {
            stream.Position = start;
            if (stream.ReadAtLeast(buffer, 8, throwOnEndOfStream: false) == 8 && buffer.SequenceEqual(Bytes))
            {
                return start;
            }
        }

        return null;
    }

    /// <summary>The parser reads addresses of 4 bytes, which no one writes, wrongly and in silence.</summary>
    public static void RequireWideOffsets(Stream stream, long start, string name)
    {
        Span<byte> head = stackalloc byte[16];
        stream.Position = start;
        if (stream.ReadAtLeast(head, 16, throwOnEndOfStream: false) < 16)
        {
            throw new InvalidDataException($"HDF5 file '{name}' ends within its first block.");
        }

        int version = head[8];
        int at = version < 2 ? 13 : 9;
        if (version > 3 || head[at] != 8 || head[at + 1] != 8)
        {
            throw new InvalidDataException($"HDF5 file '{name}' has a first block of version {version} with addresses of {head[at]} and lengths of {head[at + 1]} bytes. Expected version 0 to 3 and 8 bytes.");
        }
    }
}
