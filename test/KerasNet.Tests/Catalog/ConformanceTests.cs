using KerasNet.Conformance.Records;

namespace KerasNet.Tests.Catalog;

/// <summary>Replays what Keras 3.15.1 did while its own tests ran.</summary>
[TestFixtureSource(typeof(Backends), nameof(Backends.All))]
public sealed class ConformanceTests(string backend)
{
    public static IEnumerable<string> Files => Directory.GetFiles(Golden.PathOf("catalog/conformance"), "*.jsonl").Select(f => Path.GetFileName(f)).Order(StringComparer.Ordinal);

    [TestCaseSource(nameof(Files))]
    public void DoesWhatKerasDid(string file)
    {
        using var scope = Keras.Scope(backend);
        var outcomes = RecordFile.Replay(Golden.PathOf($"catalog/conformance/{file}")).ToList();
        Assert.That(outcomes.Where(o => o.Kind == OutcomeKind.Failed), Is.Empty);
        Assert.That(outcomes.Count(o => o.Kind == OutcomeKind.Passed), Is.GreaterThan(0));
    }
}
