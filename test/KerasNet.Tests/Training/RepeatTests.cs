using System.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace KerasNet.Tests.Training;

/// <summary>The same seed gives the same training in two processes: weights, shuffles, dropout and losses.</summary>
[TestFixtureSource(typeof(KerasNet.Tests.Backends), nameof(KerasNet.Tests.Backends.All))]
public sealed class RepeatTests(string backend)
{
    private const string Program = """
        using KerasNet;
        using Layers = KerasNet.Layers;
        Keras.SetRandomSeed(int.Parse(args[0]));
        var model = new Sequential([Keras.Input(3), new Layers.Dense(16, activation: "relu", kernelInitializer: "he_normal"), new Layers.Dropout(0.4), new Layers.GaussianNoise(0.1), new Layers.Dense(1)]);
        model.Compile("adam", "mse");
        var x = new float[40, 3];
        var y = new float[40];
        for (var i = 0; i < 120; i++) { x[i / 3, i % 3] = i * 7919 % 100 / 50f; y[i / 3] += x[i / 3, i % 3]; }
        var history = model.Fit(x, y, epochs: 4, batchSize: 7, verbose: 0);
        foreach (var loss in history["loss"]) { System.Console.WriteLine(System.BitConverter.DoubleToInt64Bits(loss)); }
        foreach (var weight in model.GetWeights()) { System.Console.WriteLine(string.Join(" ", System.Array.ConvertAll(weight.ToArray<float>(), System.BitConverter.SingleToInt32Bits))); }
        """;

    private static readonly Lazy<string> s_program = new(Compile);

    [Test]
    public void TwoProcessesAgreeToTheBit()
    {
        string first = Run("1");
        Assert.That(first.Split('\n'), Has.Length.GreaterThan(7), first);
        Assert.That(Run("1"), Is.EqualTo(first));
        Assert.That(Run("2"), Is.Not.EqualTo(first));
    }

    private static string Compile()
    {
        string path = Path.Combine(AppContext.BaseDirectory, "Repeat.Program.dll");
        var references = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator).Select(p => MetadataReference.CreateFromFile(p));
        var result = CSharpCompilation.Create("Repeat.Program", [CSharpSyntaxTree.ParseText(Program, new CSharpParseOptions(LanguageVersion.CSharp14))], references, new CSharpCompilationOptions(OutputKind.ConsoleApplication)).Emit(path);
        return result.Success ? path : throw new InvalidOperationException(string.Join('\n', result.Diagnostics));
    }

    private string Run(string seed)
    {
        string Beside(string name) => Path.Combine(AppContext.BaseDirectory, name);
        var start = new ProcessStartInfo("dotnet", ["exec", "--depsfile", Beside("KerasNet.Cli.deps.json"), "--runtimeconfig", Beside("KerasNet.Cli.runtimeconfig.json"), s_program.Value, seed])
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
}
