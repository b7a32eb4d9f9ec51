using System.Runtime.InteropServices;

namespace KerasNet.TensorFlow.Native;

/// <summary>The few calls of the C library that TensorFlow needs around it.</summary>
/// <remarks><c>Environment.SetEnvironmentVariable</c> does not reach native <c>getenv</c> on Unix, and TensorFlow reads its switches there.</remarks>
internal static partial class LibC
{
    private static bool s_noTrim = !OperatingSystem.IsLinux();

    /// <summary>Sets an environment variable that native code sees, unless it has a value already.</summary>
    public static void SetDefault(string name, string value)
    {
        if (Environment.GetEnvironmentVariable(name) is { Length: > 0 } mine)
        {
            value = mine; // it may have been set by this program, and then native code has not seen it
        }

        if (OperatingSystem.IsWindows())
        {
            _ = _putenv_s(name, value);
        }
        else
        {
            _ = setenv(name, value, 1);
        }
    }

    /// <summary>What native code sees of an environment variable.</summary>
    public static unsafe string? Get(string name) =>
        Marshal.PtrToStringUTF8((nint)(OperatingSystem.IsWindows() ? GetOnWindows(name) : GetOnUnix(name)));

    /// <summary>Gives freed memory back to the system: glibc keeps gigabytes otherwise.</summary>
    public static void Trim()
    {
        if (s_noTrim)
        {
            return;
        }

        try
        {
            _ = malloc_trim(0);
        }
        catch (EntryPointNotFoundException)
        {
            s_noTrim = true; // musl
        }
    }

    [LibraryImport("libc", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int setenv(string name, string value, int overwrite);

    [LibraryImport("ucrtbase", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int _putenv_s(string name, string value);

    [LibraryImport("libc", EntryPoint = "getenv", StringMarshalling = StringMarshalling.Utf8)]
    private static unsafe partial byte* GetOnUnix(string name);

    [LibraryImport("ucrtbase", EntryPoint = "getenv", StringMarshalling = StringMarshalling.Utf8)]
    private static unsafe partial byte* GetOnWindows(string name);

    [LibraryImport("libc")]
    private static partial int malloc_trim(nuint pad);
}
