using System.Buffers.Text;
using System.Globalization;
using System.Text;

namespace KerasNet.Layers;

/// <summary>Which bin a text or number falls into, as TensorFlow's string hashes decide.</summary>
internal static class HashBins
{
    /// <summary>Bin of a text: of its UTF-8 bytes.</summary>
    public static long Of(string text, long bins, HashSalt? salt)
    {
        var size = Encoding.UTF8.GetMaxByteCount(text.Length);
        Span<byte> bytes = size <= 512 ? stackalloc byte[512] : new byte[size];
        return Of(bytes[..Encoding.UTF8.GetBytes(text, bytes)], bins, salt);
    }

    /// <summary>Bin of a number: of its decimal digits.</summary>
    public static long Of(long number, long bins, HashSalt? salt)
    {
        Span<byte> bytes = stackalloc byte[24];
        Utf8Formatter.TryFormat(number, bytes, out var length);
        return Of(bytes[..length], bins, salt);
    }

    /// <summary>Bins of all elements of a tensor.</summary>
    public static long[] Of(Tensor values, long bins, HashSalt? salt) => values.Text is { } text
        ? Array.ConvertAll(text, t => Of(t, bins, salt))
        : values.DType == DataType.Bool
            ? Array.ConvertAll(Integers(values), n => Of(n != 0 ? "true" : "false", bins, salt))
            : Array.ConvertAll(Integers(values), n => Of(n, bins, salt));

    /// <summary>The elements as integers; fractions are cut off.</summary>
    public static long[] Integers(Tensor values)
    {
        if (values.DType == DataType.Int64)
        {
            return values.ToArray<long>();
        }

        if (values.DType == DataType.String)
        {
            throw new ArgumentException($"Expected numbers. Received: text, as {Quote(values.Text![0])}, shape={values.Shape}. Parse it first, or use StringLookup.");
        }

        var integers = new long[values.Size];
        for (var i = 0; i < integers.Length; i++)
        {
            integers[i] = (long)NumberReader.At(values, i);
        }

        return integers;

        static string Quote(string text) => string.Create(CultureInfo.InvariantCulture, $"\"{text}\"");
    }

    private static long Of(ReadOnlySpan<byte> bytes, long bins, HashSalt? salt) =>
        (long)((salt is null ? FarmHash.Fingerprint(bytes) : SipHash.Hash(bytes, (ulong)salt.First, (ulong)salt.Second)) % (ulong)bins);
}
