using System.Diagnostics;
using System.Reflection;
using KerasNet.TensorFlow.Runtime;

namespace KerasNet.Tests.TensorFlow;

/// <summary>What a user gets from NuGet: the packages, restored from a folder in an empty project outside the repository, train.</summary>
[TestFixture, Category("Slow"), NonParallelizable]
public sealed class PackageTests : IDisposable
{
    private const string Project = """
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup>
            <OutputType>Exe</OutputType>
            <TargetFramework>net10.0</TargetFramework>
            <ImplicitUsings>enable</ImplicitUsings>
            <UseAppHost>false</UseAppHost>
            <UseSharedCompilation>false</UseSharedCompilation>
            <TreatWarningsAsErrors>true</TreatWarningsAsErrors>
          </PropertyGroup>
          <ItemGroup>
            <PackageReference Include="KerasNet.TensorFlow" Version="0.1.0" />
            <PackageReference Include="KerasNet.Runtime.linux-x64" Version="0.1.0" />
          </ItemGroup>
        </Project>
        """;

    private const string Program = """
        using KerasNet;

        Keras.SetRandomSeed(1);
        var x = new float[200, 1];
        var y = new float[200, 1];
        for (var i = 0; i < 200; i++)
        {
            x[i, 0] = i / 100f - 1;
            y[i, 0] = 3 * x[i, 0] - 1;
        }

        var model = new Sequential(Keras.Input(1), new Layers.Dense(1));
        model.Compile(optimizer: new Optimizers.SGD(0.1), loss: "mse");
        model.Fit(x, y, epochs: 20, batchSize: 20, verbose: 0);
        var weights = model.GetWeights();
        Console.WriteLine($"backend {Keras.Config.Backend}");
        Console.WriteLine($"weights {(float)weights[0].Numpy()[0, 0]:0.00} {(float)weights[1].Numpy()[0]:0.00}");
        """;

    private readonly string _folder = Directory.CreateTempSubdirectory("kerasnet-packages-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Test]
    public void RestoreInAnEmptyProjectAndTrain()
    {
        if (Platform.Rid != "linux-x64")
        {
            Assert.Ignore("The packed runtime is for linux-x64.");
        }

        var feed = Path.Combine(_folder, "feed");
        foreach (var project in new[] { "KerasNet", "KerasNet.Hdf5", "KerasNet.TensorFlow" })
        {
            var folder = Path.Combine(Golden.Repository, "src", project);
            if (Directory.Exists(folder))
            {
                Dotnet("pack", folder, "-c", Configuration, "--no-build", "-o", feed);
            }
        }

        Dotnet("pack", Path.Combine(Golden.Repository, "src", "KerasNet.Runtime.linux-x64"), "-c", Configuration, "-o", feed);
        var app = Path.Combine(_folder, "app");
        Directory.CreateDirectory(app);
        File.WriteAllText(Path.Combine(app, "app.csproj"), Project);
        File.WriteAllText(Path.Combine(app, "Program.cs"), Program);
        File.WriteAllText(Path.Combine(app, "nuget.config"), $"""
            <configuration>
              <config><add key="signatureValidationMode" value="accept" /></config>
              <packageSources><clear /><add key="made" value="{feed}" /><add key="restored" value="{Restored}" /></packageSources>
            </configuration>
            """);

        Dotnet("build", app, "-o", Path.Combine(app, "out"));
        var output = Dotnet("exec", Path.Combine(app, "out", "app.dll"));

        Assert.That(output, Does.Contain("backend tensorflow").And.Contain("weights 3.00 -1.00"));
        Assert.That(RuntimeCache.FolderFor(Path.Combine(_folder, "cache")), Does.Exist, "the package's own library was unpacked");
    }

    private static string Configuration =>
        typeof(PackageTests).Assembly.GetCustomAttribute<AssemblyConfigurationAttribute>()!.Configuration;

    /// <summary>Where the build of this test has its packages: a source that needs no network.</summary>
    private static string Restored => Environment.GetEnvironmentVariable("NUGET_PACKAGES") is { Length: > 0 } folder
        ? folder
        : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");

    private string Dotnet(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", arguments) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = _folder };
        foreach (var inherited in start.Environment.Keys.Where(k => k.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase) || k.StartsWith("KERASNET", StringComparison.Ordinal)).ToList())
        {
            start.Environment.Remove(inherited);
        }

        start.Environment["MSBUILDDISABLENODEREUSE"] = "1"; // a node that lives on would hold our pipe open
        start.Environment["NUGET_PACKAGES"] = Path.Combine(_folder, "packages");
        start.Environment["KERASNET_CACHE"] = Path.Combine(_folder, "cache");
        if (arguments[0] is "pack")
        {
            start.Environment["NUGET_PACKAGES"] = Restored;
        }

        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.That(process.ExitCode, Is.Zero, $"dotnet {string.Join(' ', arguments)}\n{output}\n{error.Result}");
        return output;
    }
}
