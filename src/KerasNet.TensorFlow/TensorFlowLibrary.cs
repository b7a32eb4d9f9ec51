using System.Reflection;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics.X86;
using KerasNet.TensorFlow.Native;
using KerasNet.TensorFlow.Runtime;

namespace KerasNet.TensorFlow;

/// <summary>Finds and loads TensorFlow's library, once for the process.</summary>
internal static class TensorFlowLibrary
{
    /// <summary>The oldest version whose ops and C API this library knows.</summary>
    public static readonly Version OldestVersion = new(2, 10);

    private static readonly Lock s_gate = new();
    private static LibrarySearch? s_search;
    private static string? s_whyNot;
    private static int s_resolver;

    /// <summary>The loaded library; 0 before.</summary>
    public static nint Handle { get; private set; }

    /// <summary>TensorFlow's version, as in <c>2.16.2</c>; loads the library.</summary>
    public static string Version
    {
        get
        {
            Load();
            return field;
        }
        private set;
    } = "";

    /// <summary>What the search tried; searches when nobody has yet.</summary>
    public static LibrarySearch LastSearch
    {
        get
        {
            TryLoad(out _);
            return s_search!;
        }
    }

    /// <summary>Loads the library.</summary>
    /// <exception cref="DllNotFoundException">There is none that can be used; the message says what was tried and what helps.</exception>
    public static void Load()
    {
        if (!TryLoad(out _))
        {
            throw new DllNotFoundException(LastSearch.Explain());
        }
    }

    /// <summary>Loads the library, or says in one line why there is none; <see cref="LibrarySearch.Explain"/> has the whole search.</summary>
    public static bool TryLoad(out string? whyNot)
    {
        if (Volatile.Read(ref s_search) is null)
        {
            lock (s_gate)
            {
                if (s_search is null)
                {
                    var search = new LibrarySearch();
                    s_whyNot = Find(SearchPlaces.FromProcess(), search) ? null : search.Brief;
                    Volatile.Write(ref s_search, search);
                }
            }
        }

        whyNot = s_whyNot;
        return whyNot is null;
    }

    /// <summary>Makes <see cref="NativeMethods.Library"/> mean the library that was found.</summary>
    internal static void RegisterResolver()
    {
        if (Interlocked.Exchange(ref s_resolver, 1) == 0)
        {
            NativeLibrary.SetDllImportResolver(typeof(NativeMethods).Assembly, Resolve);
        }
    }

    /// <summary>What is wrong with this version, or null.</summary>
    internal static string? VersionProblem(string version)
    {
        var number = version.Split('-', '+')[0];
        return !System.Version.TryParse(number, out var parsed) ? $"says version '{version}', which is none"
            : parsed < OldestVersion ? $"is TensorFlow {version}, too old: {OldestVersion} or newer is needed, 2.16 is best"
            : null;
    }

    private static nint Resolve(string name, Assembly assembly, DllImportSearchPath? path)
    {
        if (name != NativeMethods.Library)
        {
            return 0;
        }

        if (Handle == 0)
        {
            Load();
        }

        return Handle;
    }

    private static bool Find(SearchPlaces places, LibrarySearch search)
    {
        if (RuntimeInformation.ProcessArchitecture is Architecture.X64 && !Avx.IsSupported)
        {
            search.Stop("this processor", "", "has no AVX, which every build of TensorFlow needs", "set KERASNET_BACKEND=managed");
            return false;
        }

        foreach (var (place, path) in LibraryLocator.Candidates(places, search))
        {
            if (TryOpen(place, path, search) || search.Stopped)
            {
                break;
            }
        }

        return search.LibraryPath is not null;
    }

    private static bool TryOpen(string place, string path, LibrarySearch search)
    {
        var fix = place is SearchPlaces.NamedVariable ? LibraryLocator.Unset : $"remove {path}, which came with another package";
        LibC.SetDefault("TF_ENABLE_ONEDNN_OPTS", "1");
        LibC.SetDefault("TF_CPP_MIN_LOG_LEVEL", "2");
        nint library;
        try
        {
            Preload(Path.GetDirectoryName(path)!);
            library = NativeLibrary.Load(path);
        }
        catch (Exception e) when (e is DllNotFoundException or BadImageFormatException)
        {
            search.Broken(place, path, $"cannot be loaded: {e.Message.ReplaceLineEndings(" ")}", fix);
            return false;
        }

        if (!NativeLibrary.TryGetExport(library, "TF_Version", out var function))
        {
            search.Broken(place, path, "is not TensorFlow's library: it has no TF_Version", fix);
            return false;
        }

        var version = ReadVersion(function);
        if (VersionProblem(version) is { } problem)
        {
            search.Stop(place, path, problem, fix); // loaded it stays, and two copies in one process do harm
            return false;
        }

        RegisterResolver();
        Handle = library;
        Version = version;
        search.Found(place, path, $"is TensorFlow {version}");
        return true;
    }

    private static void Preload(string folder)
    {
        foreach (var name in Platform.FrameworkNames)
        {
            var path = Path.Combine(folder, name);
            if (File.Exists(path))
            {
                if (BinaryFile.Problem(path) is { } problem)
                {
                    throw new DllNotFoundException($"{path} {problem}");
                }

                NativeLibrary.Load(path);
                return;
            }
        }
    }

    private static unsafe string ReadVersion(nint function) =>
        Marshal.PtrToStringUTF8((nint)((delegate* unmanaged<byte*>)function)()) ?? "";
}
