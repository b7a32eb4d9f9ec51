using System.Buffers.Binary;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace KerasNet.NumPy;

/// <summary>What stands at the beginning of a <c>.npy</c> file: type of the elements, order of the axes, shape.</summary>
internal sealed partial record NpyHeader(string Type, bool IsFortran, long[] Shape, int Length)
{
    private const int MaxLength = 10_000;

    /// <summary>Size of one element in bytes.</summary>
    public int ElementSize => int.Parse(Type.AsSpan(2), CultureInfo.InvariantCulture);

    /// <summary>Number of elements.</summary>
    public long Count => Shape.Aggregate(1L, (count, dim) => checked(count * dim));

    /// <summary>Reads the header; the stream then stands at the first element.</summary>
    /// <exception cref="InvalidDataException">The bytes are no header of NumPy's.</exception>
    public static NpyHeader Read(Stream stream, string name)
    {
        Span<byte> start = stackalloc byte[12];
        Fill(stream, start[..8], name);
        if (start[0] != 0x93 || !start[1..6].SequenceEqual("NUMPY"u8))
        {
            throw Bad(name, "it does not begin with \\x93NUMPY");
        }

        int prefix = start[6] switch { 1 => 10, 2 or 3 => 12, byte version => throw Bad(name, $"version {version} of the format is not known, expected 1 to 3") };
        Fill(stream, start[8..prefix], name);
        uint length = prefix == 10 ? BinaryPrimitives.ReadUInt16LittleEndian(start[8..]) : BinaryPrimitives.ReadUInt32LittleEndian(start[8..]);
        if (length > MaxLength)
        {
            throw Bad(name, $"its header says it is {length} bytes long, expected at most {MaxLength}");
        }

        byte[] text = new byte[length];
        Fill(stream, text, name);
        return Parse(Encoding.Latin1.GetString(text), prefix + (int)length, name);
    }

    private static NpyHeader Parse(string text, int length, string name)
    {
        Match match = Pattern().Match(text);
        if (!match.Success)
        {
            throw Bad(name, $"its header is not understood: {text.Trim()}");
        }

        string type = match.Groups["type"].Value;
        if (!Types().IsMatch(type))
        {
            throw new NotSupportedException($"Array '{name}' holds elements of type '{type}'. Expected numbers: bool, integers of 1 to 8 bytes, floats of 2 to 8 bytes. Convert it in Python with astype.");
        }

        string[] dims = match.Groups["shape"].Value.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        try
        {
            var header = new NpyHeader(type, match.Groups["order"].Value == "True", [.. dims.Select(dim => long.Parse(dim, CultureInfo.InvariantCulture))], length);
            _ = checked(header.Count * header.ElementSize);
            return header;
        }
        catch (Exception error) when (error is OverflowException or FormatException)
        {
            throw Bad(name, $"its shape ({string.Join(", ", dims)}) is {(error is FormatException ? "not understood" : "too large")}");
        }
    }

    /// <summary>Where the pickle of an array of objects begins; null for an array of numbers.</summary>
    public static int? PickleStart(byte[] bytes, string name)
    {
        var head = Encoding.Latin1.GetString(bytes, 0, Math.Min(bytes.Length, MaxLength));
        if (!head.StartsWith("\x93NUMPY", StringComparison.Ordinal) || !head.Contains("'descr': '|O'", StringComparison.Ordinal))
        {
            return null;
        }

        var end = head.IndexOf('\n', StringComparison.Ordinal);
        return end >= 0 ? end + 1 : throw Bad(name, "its header does not end");
    }

    /// <summary>The exception for a damaged file.</summary>
    public static InvalidDataException Bad(string name, string why) => new($"'{name}' is not a readable .npy array: {why}. Save it again with numpy.save or numpy.savez.");

    private static void Fill(Stream stream, Span<byte> bytes, string name)
    {
        if (stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false) < bytes.Length)
        {
            throw Bad(name, "it ends within its header");
        }
    }

    [GeneratedRegex(@"\A\{\s*'descr':\s*'(?<type>[^']*)',\s*'fortran_order':\s*(?<order>True|False),\s*'shape':\s*\((?<shape>[0-9, ]*)\),?\s*\}\s*\z")]
    private static partial Regex Pattern();

    [GeneratedRegex(@"\A(\|b1|\|[ui]1|[<>=][ui][248]|[<>=]f[248])\z")]
    private static partial Regex Types();
}
