using System.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace KerasNet.Tests;

/// <summary>A small C# program that runs in a process of its own, beside the libraries under test.</summary>
internal sealed class ChildProgram
{
    private readonly string _path;

    /// <exception cref="InvalidOperationException">The program does not compile.</exception>
    public ChildProgram(string name, string source)
    {
        _path = Beside(name + ".Program.dll");
        var references = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator).Select(p => MetadataReference.CreateFromFile(p));
        var result = CSharpCompilation.Create(
            Path.GetFileNameWithoutExtension(_path), [CSharpSyntaxTree.ParseText(source, new CSharpParseOptions(LanguageVersion.CSharp14))], references, new CSharpCompilationOptions(OutputKind.ConsoleApplication, optimizationLevel: OptimizationLevel.Release)).Emit(_path);
        if (!result.Success)
        {
            throw new InvalidOperationException(string.Join('\n', result.Diagnostics));
        }
    }

    /// <summary>Runs the program on a backend, requires that it ends well, and gives what it printed.</summary>
    public string Run(string backend, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", ["exec", "--depsfile", Beside("KerasNet.Cli.deps.json"), "--runtimeconfig", Beside("KerasNet.Cli.runtimeconfig.json"), _path, .. arguments])
        {
            UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true,
        };
        start.Environment["KERASNET_BACKEND"] = backend;
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.That(process.ExitCode, Is.Zero, error.Result);
        return output;
    }

    private static string Beside(string name) => Path.Combine(AppContext.BaseDirectory, name);
}
