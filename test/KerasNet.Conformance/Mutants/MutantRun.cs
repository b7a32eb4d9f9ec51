using System.Diagnostics;

namespace KerasNet.Conformance.Mutants;

/// <summary>Opens damaged files one after another.</summary>
internal static class MutantRun
{
    /// <summary>Bytes that opening may allocate besides four times the file.</summary>
    private const long Allowance = 64 << 20;
    private static readonly TimeSpan _longest = TimeSpan.FromSeconds(10);

    /// <summary>Opens one damaged file.</summary>
    /// <returns>What is wrong with the way it ended; null where it opened, or was refused in words.</returns>
    public static string? Fault(byte[] bytes, string path)
    {
        File.WriteAllBytes(path, bytes);
        var clock = Stopwatch.StartNew();
        var before = GC.GetAllocatedBytesForCurrentThread();
        try
        {
            _ = path.EndsWith(".json", StringComparison.Ordinal) ? Keras.ModelFromJson(File.ReadAllText(path)) : Keras.LoadModel(path);
        }
        catch (Exception e) when (IsInWords(e, isText: path.EndsWith(".json", StringComparison.Ordinal)))
        {
            // As it should be.
        }
        catch (Exception e)
        {
            return e.ToString();
        }

        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        return clock.Elapsed > _longest ? $"It took {clock.Elapsed.TotalSeconds:0.0} s."
            : allocated > (4L * bytes.Length) + Allowance ? $"It allocated {allocated >> 20} MB." : null;
    }

    /// <summary>True for what says what is wrong with the file: not for the accidents of .NET, whose messages name nothing of it. A text is an argument, a file is data.</summary>
    private static bool IsInWords(Exception e, bool isText) => e.Message.Length > 20
        && (e is InvalidDataException || (isText && e is ArgumentException or NotSupportedException or InvalidOperationException))
        && (e.InnerException is not (NullReferenceException or IndexOutOfRangeException or KeyNotFoundException or InvalidCastException or OverflowException) || e.Message.Contains(" is not a ", StringComparison.Ordinal))
        && !e.Message.Contains("same key", StringComparison.Ordinal);
}
