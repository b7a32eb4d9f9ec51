using System.Buffers.Binary;
using System.Text.Json;

namespace KerasNet.Saving;

/// <summary>Files of named tensors in the format of Hugging Face: a header of JSON, then the bytes.</summary>
/// <remarks>
/// Python: <c>safetensors.numpy.load_file</c> and <c>save_file</c>. Files are taken for hostile: nothing is allocated before sizes and places have been compared with the file.
/// <code>
/// var weights = Safetensors.Load("model.safetensors");
/// Console.WriteLine(weights["dense.kernel"].Shape);
/// </code>
/// </remarks>
public static class Safetensors
{
    private const int LongestHeader = 100_000_000;
    private const string Metadata = "__metadata__";

    private static readonly Dictionary<string, DataType> s_types = new(StringComparer.Ordinal)
    {
        ["F64"] = DataType.Float64, ["F32"] = DataType.Float32, ["F16"] = DataType.Float16, ["BF16"] = DataType.BFloat16, ["C64"] = DataType.Complex64,
        ["I64"] = DataType.Int64, ["I32"] = DataType.Int32, ["I16"] = DataType.Int16, ["I8"] = DataType.Int8,
        ["U64"] = DataType.UInt64, ["U32"] = DataType.UInt32, ["U16"] = DataType.UInt16, ["U8"] = DataType.UInt8, ["BOOL"] = DataType.Bool,
    };

    /// <summary>Reads all tensors of a file.</summary>
    /// <exception cref="InvalidDataException">The file is damaged.</exception>
    /// <exception cref="NotSupportedException">It has elements of a type that KerasNet does not know, as floats of 8 bits.</exception>
    public static IReadOnlyDictionary<string, Tensor> Load(string path)
    {
        using FileStream stream = File.OpenRead(path);
        return Load(stream, path);
    }

    /// <summary>Reads all tensors of a stream, from its position to its end.</summary>
    /// <param name="stream">A stream that can seek.</param>
    /// <param name="name">What errors call it.</param>
    /// <exception cref="InvalidDataException">The file is damaged.</exception>
    /// <exception cref="NotSupportedException">It has elements of a type that KerasNet does not know.</exception>
    public static IReadOnlyDictionary<string, Tensor> Load(Stream stream, string name = "stream")
    {
        ArgumentNullException.ThrowIfNull(stream);
        long room = stream.Length - stream.Position - 8;
        Span<byte> eight = stackalloc byte[8];
        if (room < 2 || stream.ReadAtLeast(eight, 8, throwOnEndOfStream: false) < 8 || BinaryPrimitives.ReadUInt64LittleEndian(eight) is var length && (length > (ulong)room || length > LongestHeader))
        {
            throw Bad(name, "its header is longer than the file");
        }

        byte[] header = new byte[BinaryPrimitives.ReadUInt64LittleEndian(eight)];
        stream.ReadExactly(header);
        SafetensorsEntry[] entries = Entries(header, room - header.Length, name);
        var tensors = new Dictionary<string, Tensor>(StringComparer.Ordinal);
        foreach (SafetensorsEntry entry in entries)
        {
            Tensor tensor = Tensor.Allocate(entry.Type, entry.Shape);
            if (entry.End > entry.Begin)
            {
                stream.ReadExactly(tensor.WritableBytes());     // entries are sorted and leave no hole
            }

            tensors.Add(entry.Name, tensor);
        }

        return tensors;
    }

    /// <summary>Writes tensors to a file; an older one is replaced when the new one is whole.</summary>
    /// <exception cref="NotSupportedException">A tensor holds text.</exception>
    public static void Save(string path, IEnumerable<KeyValuePair<string, Tensor>> tensors) => WholeFile.Write(path, stream => Save(stream, tensors));

    /// <summary>Writes tensors to a stream.</summary>
    /// <exception cref="NotSupportedException">A tensor holds text.</exception>
    public static void Save(Stream stream, IEnumerable<KeyValuePair<string, Tensor>> tensors)
    {
        ArgumentNullException.ThrowIfNull(stream);
        KeyValuePair<string, Tensor>[] sorted = [.. tensors.OrderByDescending(t => t.Value.DType.Size()).ThenBy(t => t.Key, StringComparer.Ordinal)];   // the widest first: all are aligned
        using var header = new MemoryStream();
        using (var json = new Utf8JsonWriter(header))
        {
            json.WriteStartObject();
            long at = 0;
            foreach ((string name, Tensor tensor) in sorted)
            {
                string type = s_types.FirstOrDefault(t => t.Value == tensor.DType).Key
                    ?? throw new NotSupportedException($"Tensor '{name}' holds elements of type {tensor.DType.Name()}, which a safetensors file cannot. Cast it, or leave it out.");
                json.WriteStartObject(name);
                json.WriteString("dtype", type);
                json.WriteStartArray("shape");
                Array.ForEach(tensor.Shape.Dims.ToArray(), json.WriteNumberValue);
                json.WriteEndArray();
                json.WriteStartArray("data_offsets");
                json.WriteNumberValue(at);
                json.WriteNumberValue(at += tensor.ByteLength);
                json.WriteEndArray();
                json.WriteEndObject();
            }

            json.WriteEndObject();
        }

        while (header.Length % 8 != 0)
        {
            header.WriteByte((byte)' ');
        }

        Span<byte> eight = stackalloc byte[8];
        BinaryPrimitives.WriteInt64LittleEndian(eight, header.Length);
        stream.Write(eight);
        header.WriteTo(stream);
        foreach ((_, Tensor tensor) in sorted)
        {
            stream.Write(tensor.Bytes());
        }
    }

    /// <summary>All entries in the order of their bytes, which they cover without hole and overlap.</summary>
    private static SafetensorsEntry[] Entries(byte[] header, long room, string name)
    {
        try
        {
            using JsonDocument json = JsonDocument.Parse(header, new JsonDocumentOptions { AllowDuplicateProperties = false });
            SafetensorsEntry[] entries = [.. json.RootElement.EnumerateObject().Where(p => p.Name != Metadata).Select(p => Entry(p.Name, p.Value, name)).OrderBy(e => e.Begin).ThenBy(e => e.End)];
            long at = 0;
            foreach (SafetensorsEntry entry in entries)
            {
                if (entry.Begin != at || entry.End < at || entry.End - at != (decimal)entry.Type.Size() * entry.Elements)
                {
                    throw Bad(name, $"tensor '{entry.Name}' of {entry.Elements} elements lies at {entry.Begin} to {entry.End}, expected {at} to {at + (entry.Type.Size() * entry.Elements)}");
                }

                at = entry.End;
            }

            return at == room ? entries : throw Bad(name, $"its tensors take {at} bytes, {room} are there");
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException or FormatException or OverflowException or KeyNotFoundException)
        {
            throw new InvalidDataException(Bad(name, "its header is not understood").Message, error);
        }
    }

    private static SafetensorsEntry Entry(string tensor, JsonElement value, string name)
    {
        string type = value.GetProperty("dtype").GetString() ?? "";
        if (!s_types.TryGetValue(type, out DataType known))
        {
            throw new NotSupportedException($"Tensor '{tensor}' of '{name}' holds elements of type '{type}'. Expected one of {string.Join(", ", s_types.Keys)}. Convert it in Python.");
        }

        int[] shape = [.. value.GetProperty("shape").EnumerateArray().Select(d => d.GetInt32() is >= 0 and var dimension ? dimension : throw new FormatException())];
        long elements = shape.Contains(0) ? 0 : shape.Aggregate(1L, (count, d) => checked(count * d));
        JsonElement offsets = value.GetProperty("data_offsets");
        return offsets.GetArrayLength() == 2
            ? new SafetensorsEntry(tensor, known, new TensorShape(shape), elements, offsets[0].GetInt64(), offsets[1].GetInt64())
            : throw new FormatException();
    }

    private static InvalidDataException Bad(string name, string why) => new($"'{name}' is not a readable safetensors file: {why}.");
}
