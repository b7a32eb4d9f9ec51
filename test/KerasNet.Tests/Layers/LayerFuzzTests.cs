using System.Diagnostics;

namespace KerasNet.Tests.EachLayer;

/// <summary>Random arguments and shapes in a process of their own, because a check that fails inside TensorFlow ends the process.</summary>
public sealed class LayerFuzzTests
{
    /// <summary>The classes that have a fixture of their own.</summary>
    private static IEnumerable<string> Classes => typeof(LayerFuzzTests).Assembly.GetTypes().Where(t => !t.IsAbstract && t.BaseType is { IsGenericType: true } b && b.GetGenericTypeDefinition() == typeof(LayerFixture<>))
        .Select(t => t.BaseType!.GetGenericArguments()[0].Name).Order(StringComparer.Ordinal);

    [TestCaseSource(typeof(Backends), nameof(Backends.All))]
    public void NoCallEndsTheProcess(string backend)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "KerasNet.Conformance.dll"), "fuzz", "600", "3", "--backend", backend, "--only", string.Join(',', Classes)])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        string[] lines = process.StandardOutput.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        process.WaitForExit();
        var bad = lines.Where(l => l.StartsWith("BAD ", StringComparison.Ordinal)).ToArray();
        Assert.That(bad, Is.Empty, "errors that say nothing to a user");
        Assert.That(lines[^1], Does.StartWith("DONE 600 cases"), $"the process ended with {process.ExitCode}: {error.Result}");
        Assert.That(process.ExitCode, Is.Zero);
    }
}
