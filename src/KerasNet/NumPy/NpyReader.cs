using System.Runtime.InteropServices;
using NumSharp;

namespace KerasNet.NumPy;

/// <summary>Reads <c>.npy</c> arrays from files that nobody vouches for: nothing is allocated before the declared size has been compared with the bytes that are there.</summary>
internal static class NpyReader
{
    /// <summary>Reads one array of a stream that is <paramref name="length"/> bytes long.</summary>
    /// <exception cref="InvalidDataException">The file is damaged, or its size is not what it declares.</exception>
    /// <exception cref="NotSupportedException">It holds text, objects or records.</exception>
    public static NDArray Read(Stream stream, long length, string name)
    {
        NpyHeader header = NpyHeader.Read(stream, name);
        long size = header.Count * header.ElementSize;
        if (size != length - header.Length)
        {
            throw NpyHeader.Bad(name, $"shape ({string.Join(", ", header.Shape)}) of '{header.Type}' takes {size} bytes, the file has {length - header.Length}");
        }

        if (size > Array.MaxLength)
        {
            throw new NotSupportedException($"Array '{name}' takes {size} bytes. Expected at most {Array.MaxLength}. Split it in Python, or map it with np.load_npy.");
        }

        byte[] bytes = new byte[size];
        if (stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false) < bytes.Length)
        {
            throw NpyHeader.Bad(name, "it ends within its elements");
        }

        if (header.Type[0] == '>')
        {
            Swap(bytes, header.ElementSize);
        }

        NDArray flat = Make(header.Type[1..], bytes);
        return header.IsFortran ? np.transpose(flat.reshape([.. header.Shape.Reverse()])) : flat.reshape(header.Shape);
    }

    private static NDArray Make(string type, byte[] bytes) => type switch
    {
        "b1" => Make<bool>(bytes),
        "u1" => np.array(bytes),
        "i1" => Make<sbyte>(bytes),
        "u2" => Make<ushort>(bytes),
        "i2" => Make<short>(bytes),
        "u4" => Make<uint>(bytes),
        "i4" => Make<int>(bytes),
        "u8" => Make<ulong>(bytes),
        "i8" => Make<long>(bytes),
        "f2" => Make<Half>(bytes),
        "f4" => Make<float>(bytes),
        _ => Make<double>(bytes),
    };

    private static NDArray Make<T>(byte[] bytes)
        where T : unmanaged => np.array(MemoryMarshal.Cast<byte, T>(bytes).ToArray());

    private static void Swap(byte[] bytes, int size)
    {
        for (int i = 0; i < bytes.Length; i += size)
        {
            Array.Reverse(bytes, i, size);
        }
    }
}
