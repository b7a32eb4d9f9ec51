namespace KerasNet.Saving.Legacy;

/// <summary>Normalization stores how many samples it has seen behind mean and variance; nothing is computed with it. Row 25 of loading-traps.md.</summary>
internal static class CountedStatistics
{
    public static IReadOnlyList<LegacyWeight>? Convert(LegacyLeaf leaf, IReadOnlyList<LegacyWeight> arrays, KerasOrigin origin) =>
        leaf.Layer.ClassName == "Normalization" && arrays.Count == leaf.Variables.Count + 1 && arrays[^1].Shape.Rank == 0 ? [.. arrays.Take(arrays.Count - 1)] : null;
}
