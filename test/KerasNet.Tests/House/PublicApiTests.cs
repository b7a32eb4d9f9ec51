using PublicApiGenerator;

namespace KerasNet.Tests.House;

/// <summary>
/// What users may call, one file for each namespace in test/golden/api: a change of the API is a change of a file that a reader sees.
/// <c>KERASNET_REFRESH=api dotnet test test/KerasNet.Tests --filter PublicApiTests</c> writes the files anew.
/// </summary>
public sealed class PublicApiTests
{
    private static readonly Type[] s_types = [.. new[] { typeof(Model).Assembly, typeof(KerasNet.TensorFlow.TensorFlowBackend).Assembly }.SelectMany(assembly => assembly.GetExportedTypes())];

    public static IEnumerable<string> Namespaces => s_types.Select(type => type.Namespace!).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);

    [TestCaseSource(nameof(Namespaces))]
    public void IsAsRecorded(string name)
    {
        Type[] types = [.. s_types.Where(type => type.Namespace == name && !type.IsNested)];
        string api = types[0].Assembly.GeneratePublicApi(new ApiGeneratorOptions { IncludeTypes = types, IncludeAssemblyAttributes = false }).ReplaceLineEndings("\n").TrimEnd() + "\n";
        string path = Golden.PathOf($"api/{name}.txt");
        if (Environment.GetEnvironmentVariable("KERASNET_REFRESH") == "api")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, api);
        }

        Assert.That(File.Exists(path), $"There is no {path}. A new namespace is recorded with KERASNET_REFRESH=api.");
        Assert.That(api, Is.EqualTo(File.ReadAllText(path)), "The public API has changed. If that is meant, record it: KERASNET_REFRESH=api dotnet test test/KerasNet.Tests --filter PublicApiTests");
    }

    [Test]
    public void NoFileIsLeftOver() =>
        Assert.That(Directory.GetFiles(Golden.PathOf("api")).Select(Path.GetFileNameWithoutExtension), Is.SubsetOf(Namespaces));
}
