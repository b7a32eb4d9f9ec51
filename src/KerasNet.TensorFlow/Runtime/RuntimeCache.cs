using System.Formats.Tar;
using System.IO.Compression;

namespace KerasNet.TensorFlow.Runtime;

/// <summary>The user's folder of unpacked libraries. A library is there whole or not at all: it is unpacked beside its place and moved there in one step.</summary>
internal static class RuntimeCache
{
    /// <summary>The version that the packed runtimes carry.</summary>
    public const string Version = "2.16.2";

    private const long MostBytes = 4L << 30;
    private static readonly TimeSpan s_longestWait = TimeSpan.FromMinutes(10);

    /// <summary>Where the packed version is when it is unpacked.</summary>
    public static string FolderFor(string cache) => Path.Combine(cache, $"tensorflow-{Version}-{Platform.Rid}");

    /// <summary>Unpacks, or waits until another process has done it, and returns the folder.</summary>
    /// <exception cref="InvalidDataException">The packed runtime is damaged.</exception>
    /// <exception cref="IOException">The cache cannot be written.</exception>
    public static string Unpack(PackedRuntime packed, string cache, UnpackProgress progress)
    {
        Directory.CreateDirectory(cache);
        var folder = Path.Combine(cache, packed.Name);
        using var guard = Lock(folder + ".lock", progress);
        if (LibraryLocator.FileIn(folder) is { } library && BinaryFile.Problem(library) is null)
        {
            return folder; // another process was faster
        }

        RemoveStale(cache, packed.Name);
        packed.Verify();
        var temporary = $"{folder}.tmp-{Environment.ProcessId}";
        try
        {
            Directory.CreateDirectory(temporary);
            Extract(packed, temporary, progress);
            if (Directory.Exists(folder))
            {
                Directory.Delete(folder, recursive: true); // a damaged one
            }

            Directory.Move(temporary, folder);
        }
        catch
        {
            RemoveStale(cache, packed.Name);
            throw;
        }

        progress.Done();
        return folder;
    }

    /// <summary>The system drops the lock when its process ends, however it ends.</summary>
    private static FileStream Lock(string path, UnpackProgress progress)
    {
        var until = DateTime.UtcNow + s_longestWait;
        for (var waited = false; ; waited = true)
        {
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException e) when (DateTime.UtcNow < until && IsHeldByAnother(e))
            {
                if (!waited)
                {
                    progress.Waiting();
                }

                Thread.Sleep(50);
            }
        }
    }

    /// <summary>EAGAIN of Linux and macOS, sharing and lock violation of Windows.</summary>
    private static bool IsHeldByAnother(IOException e) => e.HResult is 11 or 35 || (e.HResult & 0xFFFF) is 32 or 33;

    /// <summary>What killed processes left: only the holder of the lock comes here, so no living process writes there.</summary>
    private static void RemoveStale(string cache, string name)
    {
        foreach (var left in Directory.EnumerateDirectories(cache, name + ".tmp-*"))
        {
            Directory.Delete(left, recursive: true);
        }
    }

    private static void Extract(PackedRuntime packed, string folder, UnpackProgress progress)
    {
        using var parts = packed.OpenParts(progress.Report);
        using var brotli = new BrotliStream(parts, CompressionMode.Decompress);
        using var tar = new TarReader(brotli);
        long total = 0;
        while (tar.GetNextEntry() is { } entry)
        {
            var name = entry.Name.StartsWith("./", StringComparison.Ordinal) ? entry.Name[2..] : entry.Name;
            if (entry.EntryType is TarEntryType.Directory && name.Length == 0)
            {
                continue;
            }

            if (entry.EntryType is not (TarEntryType.RegularFile or TarEntryType.V7RegularFile)
                || name.Length == 0 || name is "." or ".." || name.AsSpan().IndexOfAny('/', '\\', ':') >= 0)
            {
                throw new InvalidDataException($"the packed runtime holds '{entry.Name}' ({entry.EntryType}); only plain files are accepted");
            }

            total += entry.Length;
            if (total > MostBytes)
            {
                throw new InvalidDataException($"the packed runtime is larger than {MostBytes} bytes");
            }

            entry.ExtractToFile(Path.Combine(folder, name), overwrite: false);
        }
    }
}
