using System.Xml.Linq;
using Markdig;
using Markdig.Syntax;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace KerasNet.Tests.House;

/// <summary>Every C# block of README compiles, with what a program that references KerasNet has by itself.</summary>
public sealed class ReadmeHouseTests
{
    private static readonly CSharpParseOptions s_csharp = new(LanguageVersion.CSharp14);
    private static readonly Lazy<MetadataReference[]> s_references = new(() =>
        [.. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator).Select(path => MetadataReference.CreateFromFile(path))]);

    public static IEnumerable<TestCaseData> Blocks => Markdown.Parse(File.ReadAllText(Path.Combine(Golden.Repository, "README.md"))).Descendants<FencedCodeBlock>()
        .Where(block => block.Info == "csharp").Select(block => new TestCaseData(block.Lines.ToString()).SetArgDisplayNames($"line {block.Line + 1}"));

    [Test]
    public void ThereAreBlocks() => Assert.That(Blocks.Count(), Is.GreaterThan(2));

    [TestCaseSource(nameof(Blocks))]
    public void Compiles(string code) => Assert.That(Errors(code), Is.Empty);

    [Test]
    public void AMistakeIsSeen() => Assert.That(Errors("var model = new Sequential([new Layers.Dense(unitz: 3)]);"), Has.Some.Contains("unitz"));

    private static IEnumerable<string> Errors(string code)
    {
        SyntaxTree program = CSharpSyntaxTree.ParseText(code, s_csharp);
        bool isProgram = program.GetCompilationUnitRoot().Members.Any(SyntaxKind.GlobalStatement);
        var compilation = CSharpCompilation.Create("Readme", [program, CSharpSyntaxTree.ParseText(Usings(), s_csharp)], s_references.Value,
            new CSharpCompilationOptions(isProgram ? OutputKind.ConsoleApplication : OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));
        return compilation.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).Select(diagnostic => diagnostic.ToString());
    }

    private static string Usings()
    {
        XDocument props = XDocument.Load(Path.Combine(Golden.Repository, "build", "KerasNet.props"));
        IEnumerable<string> ours = props.Descendants("Using").Select(use => use.Attribute("Alias") is { } alias
            ? $"global using {alias.Value} = {use.Attribute("Include")!.Value};"
            : $"global using {use.Attribute("Include")!.Value};");
        string[] implicitly = ["System", "System.Collections.Generic", "System.IO", "System.Linq", "System.Net.Http", "System.Threading", "System.Threading.Tasks"];
        return string.Join('\n', implicitly.Select(name => $"global using {name};").Concat(ours));
    }
}
