using KerasNet.Training;

namespace KerasNet.Layers;

/// <summary>Data of every form as batches of values, for layers that take their state from it.</summary>
internal static class AdaptBatches
{
    /// <summary>One array as one batch; a list of arrays as a list of batches.</summary>
    public static IEnumerable<Tensor> Of(Data data) => data.Columns.Select(Value);

    /// <summary>The same, but each element of a vector is a sample.</summary>
    public static IEnumerable<Tensor> Whole(Data data) => data.Columns is [var only]
        ? Of(data).Select(t => t.Rank == 1 ? t.View(t.Shape.Insert(1, 1)) : t)
        : Of(data);

    /// <summary>The first array of each.</summary>
    public static IEnumerable<Tensor> Of(IEnumerable<Data> batches, int? steps) => Take(batches.Select(b => Value(b.Columns[0])), steps);

    /// <summary>The inputs of batches.</summary>
    public static IEnumerable<Tensor> Of(BatchSource batches, int? steps) => Take(
        batches.Epoch(null, shuffle: false).Select(b => b.Rows.IsEmpty ? Value(b.Data.X.Columns[0]) : b.Data.X.Columns[0].Take(b.Rows.Span)), steps);

    private static IEnumerable<Tensor> Take(IEnumerable<Tensor> batches, int? steps) => steps is { } count ? batches.Take(count) : batches;

    private static Tensor Value(DataColumn column) => column.Take(RowNumbers.Of(column.Rows));
}
