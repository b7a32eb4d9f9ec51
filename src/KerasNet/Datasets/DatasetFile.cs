using System.Security.Cryptography;
using KerasNet.Internal;

namespace KerasNet.Datasets;

/// <summary>A file that Keras keeps in its cache: where it is, where it comes from, and its checksum: SHA-256, or MD5 where Keras has only that, or none.</summary>
internal sealed record DatasetFile(string Name, string Url, string? Hash)
{
    private const long MaxSize = 1L << 32;

    /// <summary>Keras's own folder: <c>datasets</c> in <c>KERAS_HOME</c>, else in <c>~/.keras</c>.</summary>
    public static string Folder => Path.Combine(
        Environment.GetEnvironmentVariable("KERAS_HOME") is { Length: > 0 } home ? home : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".keras"),
        "datasets");

    /// <summary>True unless <c>KERASNET_OFFLINE</c> is set: then nothing is ever fetched from the network.</summary>
    public static bool MayDownload => string.IsNullOrEmpty(Environment.GetEnvironmentVariable("KERASNET_OFFLINE"));

    /// <summary>Looks into the cache, then downloads.</summary>
    /// <param name="folder">The cache.</param>
    /// <param name="mayDownload">Whether the network may be used.</param>
    /// <param name="output">Where to say that a download begins.</param>
    /// <param name="problem">Why there is no file; null if there is one.</param>
    /// <returns>Path of a file with the right checksum, or null.</returns>
    public string? Find(string folder, bool mayDownload, TextWriter output, out string? problem)
    {
        string path = Path.Combine(folder, Name);
        problem = null;
        bool isThere = File.Exists(path);
        if (isThere && (Hash is null || Checksum(path) == Hash))
        {
            return path;
        }

        string found = isThere ? $"{path} has another {Algorithm}; " : "";
        if (!mayDownload)
        {
            problem = found + "KERASNET_OFFLINE is set";
            return null;
        }

        try
        {
            Download(path, output);
            return path;
        }
        catch (Exception error) when (error is HttpRequestException or IOException or UnauthorizedAccessException or OperationCanceledException or InvalidDataException)
        {
            problem = found + (error is HttpRequestException or OperationCanceledException ? "no network: " : "") + error.Message;
            return null;
        }
    }

    /// <summary>The file, from the cache or the network.</summary>
    /// <param name="what">The data set, for the message.</param>
    /// <param name="folder">The cache.</param>
    /// <param name="mayDownload">Whether the network may be used.</param>
    /// <param name="output">Where to say that a download begins.</param>
    /// <exception cref="FileNotFoundException">It is not there and cannot be fetched.</exception>
    public string Get(string what, string folder, bool mayDownload, TextWriter output) => Find(folder, mayDownload, output, out string? problem)
        ?? throw new FileNotFoundException($"The data set {what} is not on this machine ({problem}). Put {Url} into {Path.Combine(folder, Name)}, or set KERAS_HOME to the folder of Keras's cache.", Path.Combine(folder, Name));

    private void Download(string path, TextWriter output)
    {
        using var handler = new SocketsHttpHandler { ConnectTimeout = TimeSpan.FromSeconds(4) };
        using var client = new HttpClient(handler) { Timeout = TimeSpan.FromMinutes(10) };
        using var request = new HttpRequestMessage(HttpMethod.Get, Url);
        using HttpResponseMessage response = client.Send(request, HttpCompletionOption.ResponseHeadersRead);
        response.EnsureSuccessStatusCode();
        output.WriteLine($"Downloading data from {Url}");
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        string partial = $"{path}.{Environment.ProcessId}-{Guid.NewGuid():N}.part";
        try
        {
            using (Stream source = response.Content.ReadAsStream())
            using (FileStream target = File.Create(partial))
            {
                Copy(source, target, response.Content.Headers.ContentLength, output);
            }

            string checksum = Checksum(partial);
            if (Hash is not null && checksum != Hash)
            {
                throw new InvalidDataException($"what {Url} sent has {Algorithm} {checksum}, expected {Hash}");
            }

            File.Move(partial, path, overwrite: true);
        }
        finally
        {
            File.Delete(partial);
        }
    }

    /// <summary>Copies with Keras's progress bar, which counts bytes here.</summary>
    private static void Copy(Stream source, Stream target, long? length, TextWriter output)
    {
        int? size = length is > 0 and <= int.MaxValue ? (int)length.Value : null;
        var bar = new ProgressBar(size, 1, output, ProgressStyle.RewritesLine);
        byte[] buffer = new byte[1 << 16];
        long done = 0;
        for (int read = source.Read(buffer); read > 0; read = source.Read(buffer))
        {
            target.Write(buffer, 0, read);
            done += read;
            if (done > MaxSize)
            {
                throw new InvalidDataException($"the server sent more than {MaxSize} bytes");
            }

            bar.Update((int)Math.Min(done, int.MaxValue), finalize: size is not null && done == length);
        }

        if (size is null)
        {
            output.WriteLine();
        }
    }

    private string Algorithm => Hash is { Length: 32 } ? "MD5" : "SHA-256";

    private string Checksum(string path)
    {
        using FileStream stream = File.OpenRead(path);
        return Convert.ToHexStringLower(Algorithm == "MD5" ? MD5.HashData(stream) : SHA256.HashData(stream));
    }
}
