using System.Diagnostics;

namespace KerasNet.Tests.Languages;

/// <summary>Programs in F# and Visual Basic compile against the library, with the compilers of the SDK.</summary>
public sealed class LanguageTests
{
    private static readonly string s_runtime = Path.GetDirectoryName(typeof(object).Assembly.Location)!;

    [TestCase("Smoke.fs", "FSharp/fsc.dll")]
    [TestCase("Smoke.vb", "Roslyn/bincore/vbc.dll")]
    public void Compiles(string program, string compiler)
    {
        string sdk = Directory.GetDirectories(Path.Combine(s_runtime, "..", "..", "..", "sdk")).Order(StringComparer.Ordinal).Last();
        string output = Path.Combine(TestContext.CurrentContext.WorkDirectory, program + ".dll");
        string[] libraries = [.. new[] { "KerasNet.dll", "KerasNet.TensorFlow.dll", "NumSharp.dll", "NumSharp.Core.dll" }.Select(name => Path.Combine(AppContext.BaseDirectory, name)).Where(File.Exists)];
        IEnumerable<string> framework = Directory.GetFiles(s_runtime, "*.dll").Where(IsManaged);
        string source = Path.Combine(Golden.Repository, "test", "KerasNet.Tests", "Languages", program);
        string[] arguments = program.EndsWith(".fs", StringComparison.Ordinal)
            ? ["--target:library", "--noframework", "--targetprofile:netcore", "--nologo", "--nowarn:3370,3391", $"--out:{output}", .. framework.Concat(libraries).Append(Path.Combine(sdk, "FSharp", "FSharp.Core.dll")).Select(r => $"-r:{r}"), source]
            : ["/target:exe", "/nologo", "/nosdkpath", "/define:_MYTYPE=\"Empty\"", $"/vbruntime:{Path.Combine(s_runtime, "Microsoft.VisualBasic.Core.dll")}", "/imports:System,System.Collections.Generic", $"/out:{output}", .. framework.Concat(libraries).Select(r => $"/r:{r}"), source];
        var start = new ProcessStartInfo("dotnet", [Path.Combine(sdk, compiler), .. arguments]) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        string text = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.That(process.ExitCode, Is.Zero, text + error.Result);
    }

    private static bool IsManaged(string path)
    {
        string name = Path.GetFileName(path);
        return name.StartsWith("System.", StringComparison.Ordinal) && !name.Contains("Native", StringComparison.Ordinal)
            || name is "mscorlib.dll" or "netstandard.dll" or "Microsoft.VisualBasic.Core.dll" or "Microsoft.VisualBasic.dll" or "Microsoft.CSharp.dll";
    }
}
