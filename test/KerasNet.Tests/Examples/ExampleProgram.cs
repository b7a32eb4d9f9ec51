using System.Reflection;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace KerasNet.Tests.Examples;

/// <summary>Compiles an example file as <c>dotnet run</c> does, with the aliases that packages bring, and runs it in this process.</summary>
internal static class ExampleProgram
{
    private static readonly MetadataReference[] _references = [.. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
        .Split(Path.PathSeparator).Select(p => (MetadataReference)MetadataReference.CreateFromFile(p))];

    /// <summary>What the example prints.</summary>
    public static string Run(string name)
    {
        var path = Path.Combine(Golden.Repository, "examples", name + ".cs");
        var source = Regex.Replace(File.ReadAllText(path), "^#:.*$", string.Empty, RegexOptions.Multiline, TimeSpan.FromSeconds(5));
        var options = new CSharpParseOptions(LanguageVersion.CSharp14);
        var compilation = CSharpCompilation.Create(
            "Example." + name,
            [CSharpSyntaxTree.ParseText(source, options, path, Encoding.UTF8), CSharpSyntaxTree.ParseText(GlobalUsings(), options)],
            _references,
            new CSharpCompilationOptions(OutputKind.ConsoleApplication, nullableContextOptions: NullableContextOptions.Enable, allowUnsafe: false, optimizationLevel: OptimizationLevel.Release));
        using var image = new MemoryStream();
        var result = compilation.Emit(image);
        Assert.That(result.Success, Is.True, string.Join("\n", result.Diagnostics.Where(d => d.Severity == DiagnosticSeverity.Error)));
        var main = Assembly.Load(image.ToArray()).EntryPoint!;
        var before = Console.Out;
        using var output = new StringWriter();
        Console.SetOut(output);
        try
        {
            main.Invoke(null, main.GetParameters().Length == 0 ? null : [Array.Empty<string>()]);
        }
        catch (TargetInvocationException e) when (e.InnerException is not null)
        {
            throw new InvalidOperationException($"{name} failed: {e.InnerException.Message}", e.InnerException);
        }
        finally
        {
            Console.SetOut(before);
        }

        return output.ToString();
    }

    /// <summary>The usings of the SDK and those of build/KerasNet.props.</summary>
    private static string GlobalUsings()
    {
        var props = XDocument.Load(Path.Combine(Golden.Repository, "build", "KerasNet.props"));
        var ours = props.Descendants("Using").Select(u => u.Attribute("Alias") is { } alias
            ? $"global using {alias.Value} = {u.Attribute("Include")!.Value};"
            : $"global using {u.Attribute("Include")!.Value};");
        string[] sdk = ["System", "System.Collections.Generic", "System.IO", "System.Linq", "System.Net.Http", "System.Threading", "System.Threading.Tasks"];
        return string.Join("\n", sdk.Select(n => $"global using {n};").Concat(ours));
    }
}
