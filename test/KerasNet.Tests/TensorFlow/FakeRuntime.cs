using System.Buffers.Binary;
using System.Formats.Tar;
using System.IO.Compression;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using KerasNet.TensorFlow.Runtime;

namespace KerasNet.Tests.TensorFlow;

/// <summary>Files that look like TensorFlow's to the search, in a folder of their own.</summary>
internal sealed class FakeRuntime : IDisposable
{
    public string Folder { get; } = Directory.CreateTempSubdirectory("kerasnet-test-").FullName;

    public string Path(params string[] parts) => System.IO.Path.Combine([Folder, .. parts]);

    /// <summary>An ELF header without segments; the section table ends the file.</summary>
    public static byte[] Elf(int machine = 0, int bits = 64)
    {
        var bytes = new byte[128];
        "\x7f"u8.CopyTo(bytes);
        "ELF"u8.CopyTo(bytes.AsSpan(1));
        bytes[4] = (byte)(bits / 32);
        bytes[5] = 1;
        BinaryPrimitives.WriteUInt16LittleEndian(bytes.AsSpan(18), (ushort)(machine != 0 ? machine : HostMachine));
        BinaryPrimitives.WriteUInt64LittleEndian(bytes.AsSpan(32), 64); // segments, none
        BinaryPrimitives.WriteUInt64LittleEndian(bytes.AsSpan(40), 64); // sections
        BinaryPrimitives.WriteUInt16LittleEndian(bytes.AsSpan(58), 64); // of 64 bytes
        BinaryPrimitives.WriteUInt16LittleEndian(bytes.AsSpan(60), 1);  // one
        return bytes;
    }

    /// <summary>Puts a library that passes the check into a folder and returns its path.</summary>
    public string Library(string name, params string[] folder)
    {
        var path = Path([.. folder, name]);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, Elf());
        return path;
    }

    /// <summary>A packed runtime in two parts with the sums of its parts.</summary>
    public string Packed(string folder, IEnumerable<TarEntry>? entries = null)
    {
        var target = Path(folder, Platform.Rid);
        Directory.CreateDirectory(target);
        using var packed = new MemoryStream();
        using (var brotli = new BrotliStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        using (var tar = new TarWriter(brotli))
        {
            foreach (var entry in entries ?? [Entry(Platform.LibraryNames[0], Elf())])
            {
                tar.WriteEntry(entry);
            }
        }

        var bytes = packed.ToArray();
        var half = bytes.Length / 2;
        var name = $"tensorflow-{RuntimeCache.Version}-{Platform.Rid}.tar.br.";
        WritePart(target, name + "0", bytes[..half]);
        WritePart(target, name + "1", bytes[half..]);
        return target;
    }

    public static TarEntry Entry(string name, byte[] content) =>
        new UstarTarEntry(TarEntryType.RegularFile, name) { DataStream = new MemoryStream(content) };

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    private static int HostMachine => RuntimeInformation.ProcessArchitecture is Architecture.Arm64 ? 183 : 62;

    private static void WritePart(string folder, string name, byte[] bytes)
    {
        File.WriteAllBytes(System.IO.Path.Combine(folder, name), bytes);
        File.AppendAllText(System.IO.Path.Combine(folder, "SHA256SUMS"), $"{Convert.ToHexStringLower(SHA256.HashData(bytes))}  {name}\n");
    }
}
