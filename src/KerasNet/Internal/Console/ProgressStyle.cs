using System.Text;

namespace KerasNet.Internal;

/// <summary>What may differ from bar to bar.</summary>
/// <param name="Width">Number of marks of a full bar.</param>
/// <param name="Interval">Seconds between two refreshes, at least.</param>
/// <param name="Unit">What is counted: <c>step</c> or <c>sample</c>.</param>
internal sealed record ProgressStyle(int Width = 20, double Interval = 0.05, string Unit = "step")
{
    /// <summary>The style of <c>fit</c>.</summary>
    public static ProgressStyle Default { get; } = new();

    /// <summary>Whether this process's standard output shows a line that is rewritten. Python's rule: always on Unix, only in a terminal on Windows.</summary>
    public static bool RewritesLine => !OperatingSystem.IsWindows() || !System.Console.IsOutputRedirected;

    /// <summary>Keras's mark, or that of Keras 2 where the encoding has none.</summary>
    public static char MarkFor(Encoding encoding) => encoding.GetString(encoding.GetBytes("━")) == "━" ? '━' : '=';
}
