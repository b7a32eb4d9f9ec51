namespace KerasNet;

/// <summary>A batch: rows of arrays, or all of a ready one.</summary>
/// <param name="Data">The arrays.</param>
/// <param name="Rows">Which rows; empty: all.</param>
internal readonly record struct BatchRef(Batch Data, ReadOnlyMemory<int> Rows);
