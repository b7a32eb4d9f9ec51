using System.IO.Compression;
using System.Text;
using KerasNet.NumPy;

namespace KerasNet.Saving;

/// <summary>Files of named arrays in NumPy's format: a zip of <c>.npy</c> arrays.</summary>
/// <remarks>Python: <c>numpy.load</c> and <c>numpy.savez</c>.</remarks>
public static class Npz
{
    private const int Alignment = 64;
    private const int Prefix = 10;
    private static readonly DateTimeOffset s_noTime = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Reads all arrays of a file, by name without <c>.npy</c>.</summary>
    /// <exception cref="InvalidDataException">The file is damaged.</exception>
    /// <exception cref="NotSupportedException">It holds text, objects or records.</exception>
    public static IReadOnlyDictionary<string, Tensor> Load(string path)
    {
        using FileStream stream = File.OpenRead(path);
        return NpzReader.Read(stream, path).ToDictionary(p => p.Key, p => NumSharpConversions.ToTensor(p.Value), StringComparer.Ordinal);
    }

    /// <summary>Writes tensors to a file; an older one is replaced when the new one is whole.</summary>
    /// <exception cref="NotSupportedException">A tensor holds elements that NumPy has no type for.</exception>
    public static void Save(string path, IEnumerable<KeyValuePair<string, Tensor>> tensors) => WholeFile.Write(path, stream => Save(stream, tensors));

    /// <summary>Writes tensors to a stream, not packed, as <c>numpy.savez</c> does.</summary>
    /// <exception cref="NotSupportedException">A tensor holds elements that NumPy has no type for.</exception>
    public static void Save(Stream stream, IEnumerable<KeyValuePair<string, Tensor>> tensors)
    {
        ArgumentNullException.ThrowIfNull(tensors);
        using var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true);
        foreach ((string name, Tensor tensor) in tensors)
        {
            ZipArchiveEntry entry = archive.CreateEntry($"{name}.npy", CompressionLevel.NoCompression);
            entry.LastWriteTime = s_noTime;
            using Stream content = entry.Open();
            content.Write(Header(name, tensor));
            content.Write(tensor.Bytes());
        }
    }

    private static byte[] Header(string name, Tensor tensor)
    {
        string type = tensor.DType switch
        {
            DataType.Bool => "|b1",
            DataType.UInt8 => "|u1",
            DataType.Int8 => "|i1",
            DataType.UInt16 or DataType.UInt32 or DataType.UInt64 => $"<u{tensor.DType.Size()}",
            DataType.Int16 or DataType.Int32 or DataType.Int64 => $"<i{tensor.DType.Size()}",
            DataType.Float16 or DataType.Float32 or DataType.Float64 => $"<f{tensor.DType.Size()}",
            DataType.Complex64 or DataType.Complex128 => $"<c{tensor.DType.Size()}",
            _ => throw new NotSupportedException($"Array '{name}' holds elements of type {tensor.DType.Name()}, which NumPy does not have. Cast it: Ops.Cast(x, DataType.Float32)."),
        };
        int[] dims = tensor.Shape.Dims.ToArray();
        string text = $"{{'descr': '{type}', 'fortran_order': False, 'shape': ({string.Join(", ", dims)}{(dims.Length == 1 ? "," : "")}), }}";
        int length = ((Prefix + text.Length + 1 + Alignment - 1) / Alignment * Alignment) - Prefix;
        return [0x93, .. "NUMPY"u8, 1, 0, (byte)length, (byte)(length >> 8), .. Encoding.ASCII.GetBytes(text.PadRight(length - 1)), (byte)'\n'];
    }
}
