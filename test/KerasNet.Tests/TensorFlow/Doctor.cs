using System.Diagnostics;

namespace KerasNet.Tests.TensorFlow;

/// <summary>Runs <c>kerasnet doctor</c> in a process of its own: a library is loaded once for a process.</summary>
internal static class Doctor
{
    /// <summary>Starts the tool of the test's own folder, or of another.</summary>
    public static Process Start(IReadOnlyDictionary<string, string?> environment, string? folder = null)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(folder ?? AppContext.BaseDirectory, "KerasNet.Cli.dll"), "doctor"])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var name in new[] { "KERASNET_TENSORFLOW", "KERASNET_CACHE", "KERASNET_BACKEND" })
        {
            start.Environment.Remove(name);
        }

        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        return Process.Start(start)!;
    }

    /// <summary>Waits for the end; a process that a signal ended has a code above 128.</summary>
    public static (int Code, string Output, string Error) Finish(Process process)
    {
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output, error.Result);
    }

    public static (int Code, string Output, string Error) Run(params ReadOnlySpan<(string Name, string Value)> environment)
    {
        var variables = new Dictionary<string, string?>(StringComparer.Ordinal);
        foreach (var (name, value) in environment)
        {
            variables[name] = value;
        }

        using var process = Start(variables);
        return Finish(process);
    }

    /// <summary>Copies the tool without the line that points to the repository's packed runtime.</summary>
    public static void CopyTool(string folder)
    {
        Directory.CreateDirectory(folder);
        string[] patterns = ["KerasNet.Cli.dll", "KerasNet.Cli.runtimeconfig.json", "KerasNet.dll", "KerasNet.TensorFlow.dll", "System.CommandLine.dll", "Spectre.Console*.dll", "NumSharp*.dll", "System.Numerics.Tensors.dll"];
        foreach (var file in patterns.SelectMany(p => Directory.GetFiles(AppContext.BaseDirectory, p)))
        {
            File.Copy(file, Path.Combine(folder, Path.GetFileName(file)));
        }
    }
}
