namespace KerasNet.TensorFlow.Runtime;

/// <summary>Looks for TensorFlow's library in the documented order and hands out what looks loadable, best first.</summary>
internal static class LibraryLocator
{
    /// <summary>What helps against a wrong <c>KERASNET_TENSORFLOW</c>.</summary>
    public const string Unset = $"unset {SearchPlaces.NamedVariable}, or let it name a TensorFlow 2.16 library or its folder";

    /// <summary>Candidates, found while the caller asks for them: the packed runtime is unpacked only when nothing before it served.</summary>
    /// <returns>The place in words, and the file.</returns>
    public static IEnumerable<(string Place, string Path)> Candidates(SearchPlaces places, LibrarySearch search)
    {
        if (places.Named is { } named)
        {
            foreach (var candidate in Named(named, search))
            {
                yield return candidate;
            }

            yield break; // the user chose: nothing else is taken in silence
        }

        foreach (var folder in ApplicationFolders(places.ApplicationFolder))
        {
            if (InFolder("beside the application", folder, search) is { } candidate)
            {
                yield return candidate;
            }
        }

        var cached = RuntimeCache.FolderFor(places.CacheFolder);
        if (InFolder("the user's cache", cached, search) is { } inCache)
        {
            yield return inCache;
        }

        foreach (var folder in places.PackedFolders.Distinct(StringComparer.Ordinal))
        {
            if (Unpacked(folder, places.CacheFolder, search) is { } unpacked)
            {
                yield return unpacked;
            }
        }
    }

    private static IEnumerable<(string Place, string Path)> Named(string named, LibrarySearch search)
    {
        const string Place = SearchPlaces.NamedVariable;
        var path = Path.GetFullPath(named);
        var file = File.Exists(path) ? path
            : FileIn(path) ?? FileIn(Path.Combine(path, "lib")) ?? FileIn(Path.Combine(path, "runtimes", Platform.Rid, "native"));
        if (file is null)
        {
            search.Stop(Place, path, Directory.Exists(path)
                ? $"holds none of {string.Join(", ", Platform.LibraryNames)}"
                : "does not exist", Unset);
        }
        else if (BinaryFile.Problem(file) is { } problem)
        {
            search.Stop(Place, file, problem, Unset);
        }
        else
        {
            yield return (Place, file);
        }
    }

    private static IEnumerable<string> ApplicationFolders(string application)
    {
        yield return application;
        yield return Path.Combine(application, "runtimes", Platform.Rid, "native");
        if (AppContext.GetData("NATIVE_DLL_SEARCH_DIRECTORIES") is string probing)
        {
            foreach (var folder in probing.Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries))
            {
                if (FileIn(folder) is not null && !SameFolder(folder, application))
                {
                    yield return folder;
                }
            }
        }
    }

    private static bool SameFolder(string a, string b) =>
        string.Equals(Path.TrimEndingDirectorySeparator(a), Path.TrimEndingDirectorySeparator(b), StringComparison.Ordinal);

    private static (string Place, string Path)? InFolder(string place, string folder, LibrarySearch search)
    {
        if (FileIn(folder) is not { } file)
        {
            search.Missing(place, folder, "holds no TensorFlow");
            return null;
        }

        if (BinaryFile.Problem(file) is { } problem)
        {
            search.Broken(place, file, problem);
            return null;
        }

        return (place, file);
    }

    private static (string Place, string Path)? Unpacked(string folder, string cache, LibrarySearch search)
    {
        const string Place = "packed runtime";
        try
        {
            if (PackedRuntime.TryOpen(folder) is not { } packed)
            {
                search.Missing(Place, folder, "is not there");
                return null;
            }

            var unpacked = RuntimeCache.Unpack(packed, cache, new UnpackProgress(Console.Error, packed.Title));
            return InFolder(Place, unpacked, search);
        }
        catch (InvalidDataException e)
        {
            search.Broken(Place, folder, $"cannot be used: {e.Message}", InRepository(folder)
                ? "git checkout -- runtimes"
                : "dotnet nuget locals global-packages --clear && dotnet restore");
            return null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            search.Broken(Place, folder, $"cannot be unpacked: {e.Message}", $"set {SearchPlaces.CacheVariable} to a folder with 500 MB of room that can be written");
            return null;
        }
    }

    private static bool InRepository(string folder) => Path.Exists(Path.Combine(folder, "..", "..", ".git"));

    /// <summary>The library in this folder, or null.</summary>
    internal static string? FileIn(string folder) =>
        Platform.LibraryNames.Select(name => Path.Combine(folder, name)).FirstOrDefault(File.Exists);
}
