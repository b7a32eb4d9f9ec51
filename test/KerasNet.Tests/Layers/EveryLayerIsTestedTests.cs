using System.Text.RegularExpressions;
using KerasNet.Layers;

namespace KerasNet.Tests.EachLayer;

/// <summary>Every layer class has a fixture: <see cref="LayerFixture{T}"/>, one of another kind that says so with <see cref="TestsLayersAttribute"/>, or one that makes it or reads recordings of Keras with its name.</summary>
public sealed partial class EveryLayerIsTestedTests
{
    // Models, and parts of FeatureSpace, which its tests make.
    private static readonly Type[] _others = [typeof(Model), typeof(Sequential), typeof(TFDConcat), typeof(TFDIdentity)];

    [Test]
    public void NoLayerIsForgotten()
    {
        var fixtures = typeof(EveryLayerIsTestedTests).Assembly.GetTypes().Where(t => !t.IsAbstract).ToArray();
        var tested = fixtures.Select(Subject).OfType<Type>()
            .Concat(fixtures.SelectMany(t => t.GetCustomAttributes(typeof(TestsLayersAttribute), inherit: true).Cast<TestsLayersAttribute>()).SelectMany(a => a.Layers)).ToHashSet();
        var missing = typeof(Layer).Assembly.GetExportedTypes()
            .Where(t => !t.IsAbstract && t.IsSubclassOf(typeof(Layer)) && !_others.Contains(t) && !t.IsDefined(typeof(KerasNet.Internal.OtherNameAttribute), inherit: false) && !tested.Contains(t))
            .Select(t => t.Name).Order().AsEnumerable();
        var recorded = Files("golden", "*.json").SelectMany(text => Recording().Matches(text).Select(m => m.Groups["name"].Value)).ToHashSet();
        var sources = Files("KerasNet.Tests", "*Tests.cs").ToArray();
        missing = missing.Where(name => !recorded.Contains(name) && !sources.Any(s => s.Contains($"new {name}(", StringComparison.Ordinal) || s.Contains($"\"{name}\"", StringComparison.Ordinal)));
        Assert.That(missing, Is.Empty, "layers without a test");
    }

    private static Type? Subject(Type fixture)
    {
        for (var type = fixture; type is not null; type = type.BaseType)
        {
            if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(LayerFixture<>))
            {
                return type.GetGenericArguments()[0];
            }
        }

        return null;
    }

    private static IEnumerable<string> Files(string folder, string pattern) =>
        Directory.EnumerateFiles(Path.Combine(Golden.Repository, "test", folder), pattern, SearchOption.AllDirectories).Where(f => !f.Contains("/obj/", StringComparison.Ordinal)).Select(File.ReadAllText);

    /// <summary>A recording's class; models in other goldens have layers with configs, which are no tests of theirs.</summary>
    [GeneratedRegex("\"(class|layer)\": ?\"(?<name>\\w+)\"", RegexOptions.ExplicitCapture)]
    private static partial Regex Recording();
}
