using System.IO.Compression;
using System.Text;
using System.Text.Json;
using KerasNet.Hdf5.Fuzz;

namespace KerasNet.Conformance.Mutants;

/// <summary>Damages a model file: its bytes, or the config within it, which stays JSON.</summary>
internal static class ModelMutator
{
    /// <summary>A damaged copy; the same seed gives the same.</summary>
    /// <param name="whole">The file.</param>
    /// <param name="extension">What it is: <c>.h5</c>, <c>.keras</c>, <c>.json</c>; others as bytes.</param>
    /// <param name="seed">Which damage.</param>
    public static byte[] Damage(byte[] whole, string extension, int seed)
    {
        var random = new Random(seed);
        return (extension, random.Next(4)) switch
        {
            (".json", not 0) => Encoding.UTF8.GetBytes(JsonMutator.Damage(Encoding.UTF8.GetString(whole), random)),
            (".h5", > 1) => Config(whole, random) ?? Mutator.Damage(whole, seed),
            (".keras", not 0) when IsZip(whole) => Member(whole, random, seed),
            (_, 1) => whole[..random.Next(whole.Length)],
            _ => Mutator.Damage(whole, seed),
        };
    }

    private static bool IsZip(byte[] whole) => whole.AsSpan().StartsWith("PK"u8);

    /// <summary>The config in its place: padded to the length that it had, since lengths and addresses surround it.</summary>
    private static byte[]? Config(byte[] whole, Random random)
    {
        var at = whole.AsSpan().IndexOf("{\"class_name\": "u8);
        at = at < 0 ? whole.AsSpan().IndexOf("{\"name\": "u8) : at;
        if (at < 0)
        {
            return null;
        }

        var reader = new Utf8JsonReader(whole.AsSpan(at), new JsonReaderOptions { AllowMultipleValues = true, MaxDepth = 1000 });
        try
        {
            reader.Read();
            reader.Skip();
        }
        catch (JsonException)
        {
            return null;
        }

        var length = (int)reader.BytesConsumed;
        var text = Encoding.UTF8.GetBytes(JsonMutator.Damage(Encoding.UTF8.GetString(whole, at, length), random));
        if (text.Length > length)
        {
            return null;
        }

        byte[] bytes = [.. whole];
        bytes.AsSpan(at, length).Fill((byte)' ');
        text.CopyTo(bytes, at);
        return bytes;
    }

    private static byte[] Member(byte[] whole, Random random, int seed)
    {
        using var read = new ZipArchive(new MemoryStream(whole));
        var chosen = random.Next(read.Entries.Count);
        var result = new MemoryStream();
        using (var write = new ZipArchive(result, ZipArchiveMode.Create, leaveOpen: true))
        {
            for (var i = 0; i < read.Entries.Count; i++)
            {
                using var from = read.Entries[i].Open();
                var content = new MemoryStream();
                from.CopyTo(content);
                var bytes = content.ToArray();
                if (i == chosen && bytes.Length > 0)
                {
                    bytes = read.Entries[i].Name.EndsWith(".json", StringComparison.Ordinal) ? Encoding.UTF8.GetBytes(JsonMutator.Damage(Encoding.UTF8.GetString(bytes), random)) : Mutator.Damage(bytes, seed);
                }

                using var to = write.CreateEntry(read.Entries[i].FullName, CompressionLevel.NoCompression).Open();
                to.Write(bytes);
            }
        }

        return result.ToArray();
    }
}
