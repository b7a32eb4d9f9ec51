namespace KerasNet.TensorFlow.Runtime;

/// <summary>Where to look. The process's own values come from <see cref="FromProcess"/>.</summary>
/// <param name="Named"><c>KERASNET_TENSORFLOW</c>: a file or a folder, or null.</param>
/// <param name="ApplicationFolder">The folder of the program.</param>
/// <param name="CacheFolder">The user's cache for unpacked libraries.</param>
/// <param name="PackedFolders">Folders that may hold a packed runtime.</param>
internal sealed record SearchPlaces(string? Named, string ApplicationFolder, string CacheFolder, IReadOnlyList<string> PackedFolders)
{
    /// <summary>The variable that names a library or its folder.</summary>
    public const string NamedVariable = "KERASNET_TENSORFLOW";

    /// <summary>The variable that moves the cache.</summary>
    public const string CacheVariable = "KERASNET_CACHE";

    /// <summary>A text file beside the program: each line a folder with packed runtimes by platform. The build writes it.</summary>
    public const string PointerFile = "kerasnet.runtime";

    /// <summary>The runtime option of the same meaning, written by the package of a packed runtime.</summary>
    public const string PointerOption = "KerasNet.Runtimes";

    public static SearchPlaces FromProcess()
    {
        var named = Environment.GetEnvironmentVariable(NamedVariable);
        var folder = AppContext.BaseDirectory;
        return new(
            string.IsNullOrWhiteSpace(named) ? null : named,
            folder,
            Environment.GetEnvironmentVariable(CacheVariable) is { Length: > 0 } cache ? cache : DefaultCache(),
            [.. Packed(folder, AppContext.GetData(PointerOption) as string)]);
    }

    /// <summary>Folders with packed runtimes: beside the program, where the build points to, and in the repository around the program.</summary>
    internal static IEnumerable<string> Packed(string applicationFolder, string? option)
    {
        yield return Path.Combine(applicationFolder, "runtimes", Platform.Rid);
        if (!string.IsNullOrWhiteSpace(option))
        {
            yield return Path.GetFullPath(Path.Combine(option, Platform.Rid));
        }

        var pointer = Path.Combine(applicationFolder, PointerFile);
        if (File.Exists(pointer))
        {
            foreach (var line in File.ReadLines(pointer).Select(l => l.Trim()).Where(l => l.Length > 0))
            {
                yield return Path.GetFullPath(Path.Combine(applicationFolder, line, Platform.Rid));
            }
        }

        for (var up = new DirectoryInfo(applicationFolder); up is not null; up = up.Parent)
        {
            if (File.Exists(Path.Combine(up.FullName, "KerasNet.sln")))
            {
                yield return Path.Combine(up.FullName, "runtimes", Platform.Rid);
            }
        }
    }

    private static string DefaultCache()
    {
        if (OperatingSystem.IsWindows())
        {
            return Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData), "kerasnet");
        }

        var home = Environment.GetEnvironmentVariable("XDG_CACHE_HOME") is { Length: > 0 } xdg && Path.IsPathRooted(xdg)
            ? xdg
            : Environment.GetEnvironmentVariable("HOME") is { Length: > 0 } user ? Path.Combine(user, ".cache") : Path.GetTempPath();
        return Path.Combine(home, "kerasnet");
    }
}
