namespace KerasNet.Conformance.Records;

/// <summary>What became of one record.</summary>
/// <param name="Kind">Passed, failed or skipped.</param>
/// <param name="Line">Line of the file, from 1.</param>
/// <param name="Test">Name of Keras's test.</param>
/// <param name="What">Class or function.</param>
/// <param name="Detail">Why it was skipped, or what was expected and what came.</param>
internal sealed record Outcome(OutcomeKind Kind, int Line, string Test, string What, string Detail)
{
    public override string ToString() => Kind switch
    {
        OutcomeKind.Passed => $"passed: {What}, line {Line}, {Test}",
        OutcomeKind.Skipped => $"skipped: {What}, line {Line}, {Test}: {Detail}",
        _ => $"FAILED: {What}, line {Line}, {Test}\n    {Detail.Replace("\n", "\n    ", StringComparison.Ordinal)}",
    };
}
