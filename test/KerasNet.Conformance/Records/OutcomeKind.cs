namespace KerasNet.Conformance.Records;

internal enum OutcomeKind
{
    Passed,
    Failed,
    Skipped,
}
