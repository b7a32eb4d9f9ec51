using KerasNet.Conformance.Records;

namespace KerasNet.Conformance.ModelFiles;

/// <summary>What became of a case.</summary>
/// <param name="Kind">Passed, failed or skipped.</param>
/// <param name="Difference">Largest difference, relative to numbers beyond 1.</param>
/// <param name="Why">Why it failed or was skipped.</param>
internal sealed record ModelResult(OutcomeKind Kind, double Difference, string Why)
{
    public override string ToString() => Kind switch
    {
        OutcomeKind.Passed => $"passed, {Difference:g3}",
        OutcomeKind.Skipped => $"skipped: {Why}",
        _ => $"FAILED: {Why}, {Difference:g3}",
    };
}
