using System.Formats.Tar;
using System.IO.Compression;
using KerasNet.Datasets;
using KerasNet.Internal;

namespace KerasNet;

public static partial class Utils
{
    /// <summary>A file of the network, kept in Keras's cache; archives are unpacked beside it.</summary>
    /// <remarks>Python: <c>keras.utils.get_file</c>. With <c>KERASNET_OFFLINE</c> set nothing is fetched.</remarks>
    /// <param name="fname">Name in the cache; null: the last part of the address.</param>
    /// <param name="origin">The address.</param>
    /// <param name="untar">Whether it is a tar archive that is unpacked.</param>
    /// <param name="md5Hash">Its MD5; null: unknown.</param>
    /// <param name="fileHash">Its SHA-256 or MD5; null: unknown.</param>
    /// <param name="cacheSubdir">Folder in the cache.</param>
    /// <param name="hashAlgorithm"><c>auto</c>, <c>sha256</c> or <c>md5</c>; the hash's length says which it is.</param>
    /// <param name="extract">Whether it is an archive that is unpacked.</param>
    /// <param name="archiveFormat"><c>auto</c>, <c>tar</c> or <c>zip</c>.</param>
    /// <param name="cacheDir">The cache; null: <c>KERAS_HOME</c>, else <c>~/.keras</c>.</param>
    /// <param name="forceDownload">Whether it is fetched though it is there.</param>
    /// <returns>Path of the file, or of the folder into which it was unpacked.</returns>
    /// <exception cref="FileNotFoundException">It is not there and cannot be fetched.</exception>
    public static string GetFile(
        string? fname = null, string? origin = null, bool untar = false, string? md5Hash = null, string? fileHash = null, string cacheSubdir = "datasets", string hashAlgorithm = "auto", bool extract = false,
        string archiveFormat = "auto", string? cacheDir = null, bool forceDownload = false)
    {
        Require.OneOf(hashAlgorithm, ["auto", "sha256", "md5"]);
        Require.OneOf(archiveFormat, ["auto", "tar", "zip"]);
        if (!Uri.TryCreate(origin, UriKind.Absolute, out var address))
        {
            throw new ArgumentException($"Please specify the \"origin\" argument (URL of the file to download). Received: '{origin}'.", nameof(origin));
        }

        var name = string.IsNullOrEmpty(fname) ? Path.GetFileName(address.AbsolutePath) : fname;
        if (name.Length == 0 || name != Path.GetFileName(name))
        {
            throw new ArgumentException($"Paths are no longer accepted as the `fname` argument. To specify the file's parent directory, use the `cache_dir` argument. Received: fname={name}", nameof(fname));
        }

        var unpack = extract || untar;
        var dot = name.IndexOf('.', StringComparison.Ordinal);
        var (target, folder) = !unpack ? (name, name)
            : string.IsNullOrEmpty(fname) || dot < 0 ? (name + "_archive", name)
            : (name, name[..dot] + "_extracted");
        var cache = Path.Combine(cacheDir ?? Path.GetDirectoryName(DatasetFile.Folder)!, cacheSubdir);
        if (forceDownload)
        {
            File.Delete(Path.Combine(cache, target));
        }

        var path = new DatasetFile(target, origin, (fileHash ?? md5Hash)?.ToLowerInvariant()).Get(name, cache, DatasetFile.MayDownload, Console.Out);
        return unpack ? Unpack(path, Path.Combine(cache, folder), untar ? "tar" : archiveFormat) : path;
    }

    /// <summary>Unpacks a tar, packed or not, or a zip. .NET refuses entries that would land outside the folder.</summary>
    private static string Unpack(string path, string folder, string format)
    {
        Span<byte> start = stackalloc byte[4];
        using var file = File.OpenRead(path);
        start = start[..file.ReadAtLeast(start, start.Length, throwOnEndOfStream: false)];
        file.Position = 0;
        Directory.CreateDirectory(folder);
        if (format != "tar" && start.StartsWith("PK"u8))
        {
            ZipFile.ExtractToDirectory(file, folder, overwriteFiles: true);
            return folder;
        }

        if (format == "zip")
        {
            throw new InvalidDataException($"'{path}' is no zip archive.");
        }

        using Stream tar = start.StartsWith([(byte)0x1f, (byte)0x8b]) ? new GZipStream(file, CompressionMode.Decompress) : file;
        TarFile.ExtractToDirectory(tar, folder, overwriteFiles: true);
        return folder;
    }
}
