namespace KerasNet;

/// <summary>What a data set of a folder knows of its files.</summary>
/// <param name="Index">Files and labels.</param>
/// <param name="LabelMode"><c>int</c>, <c>categorical</c>, <c>binary</c>, or null for none.</param>
/// <param name="BatchSize">Files in a batch.</param>
/// <param name="Shuffle">Whether they come in any order.</param>
/// <param name="Validation">The part for validation, where both were asked for.</param>
internal sealed record DirectoryPart(DirectoryIndex Index, string? LabelMode, int BatchSize, bool Shuffle, DirectoryDataset? Validation);
