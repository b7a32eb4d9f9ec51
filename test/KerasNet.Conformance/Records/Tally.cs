namespace KerasNet.Conformance.Records;

/// <summary>How many records passed, failed and were skipped.</summary>
internal sealed class Tally
{
    public int Passed { get; private set; }

    public int Failed { get; private set; }

    public int Skipped { get; private set; }

    public void Add(Outcome outcome)
    {
        Passed += outcome.Kind == OutcomeKind.Passed ? 1 : 0;
        Failed += outcome.Kind == OutcomeKind.Failed ? 1 : 0;
        Skipped += outcome.Kind == OutcomeKind.Skipped ? 1 : 0;
    }

    public void Add(Tally other) => (Passed, Failed, Skipped) = (Passed + other.Passed, Failed + other.Failed, Skipped + other.Skipped);

    public override string ToString() => $"{Passed} passed, {Failed} failed, {Skipped} skipped";
}
