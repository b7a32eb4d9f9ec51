namespace KerasNet.Tests;

/// <summary>Runs the gradient cases of all families on every backend.</summary>
[TestFixtureSource(typeof(Backends), nameof(Backends.All))]
public sealed class GradientTests(string backend) : BackendFixture(backend)
{
    private static readonly Lazy<Dictionary<string, GradientCase>> _cases = new(() => Families()
        .SelectMany(f => f.Cases().Select((c, i) => (Key: $"{f.GetType().Name.Replace("Gradients", string.Empty)} {i}: {c}", Case: c)))
        .ToDictionary(p => p.Key, p => p.Case));

    internal static IEnumerable<GradientCase> All => _cases.Value.Values;

    public static IEnumerable<string> Names => _cases.Value.Keys;

    [TestCaseSource(nameof(Names))]
    public void AgreesWithCentralDifferences(string name) => _cases.Value[name].Check();

    private static IEnumerable<IGradientCases> Families() => typeof(IGradientCases).Assembly.GetTypes()
        .Where(t => t is { IsAbstract: false } && t.IsAssignableTo(typeof(IGradientCases)))
        .OrderBy(t => t.Name)
        .Select(t => (IGradientCases)Activator.CreateInstance(t)!);
}
