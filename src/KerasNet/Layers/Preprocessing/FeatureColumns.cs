namespace KerasNet.Layers;

/// <summary>Columns of tables as layers take them: matrices with one row for each sample.</summary>
internal static class FeatureColumns
{
    private const int BatchSize = 32;

    /// <summary>One value, a vector or a matrix as a matrix.</summary>
    public static Tensor Matrix(Tensor column) => column.Rank switch
    {
        0 => column.View(new TensorShape(1, 1)),
        1 => column.View(column.Shape.Insert(1, 1)),
        _ => column,
    };

    /// <summary>A column in the batches that a data set of its samples would give: bounds of bins depend on them.</summary>
    public static IEnumerable<Tensor> Samples(Tensor column)
    {
        var size = column.Rank == 1 ? BatchSize : 1;
        for (var start = 0; start < column.Shape[0]; start += size)
        {
            var rows = Rows(column, start, Math.Min(size, column.Shape[0] - start));
            yield return Matrix(column.Rank == 1 ? rows : rows.View(rows.Shape[1..]));
        }
    }

    /// <summary>The input of a name in each batch.</summary>
    public static IEnumerable<Tensor> Batches(BatchSource batches, string name)
    {
        foreach (var batch in batches.Epoch(null, shuffle: false))
        {
            var x = batch.Data.X;
            var at = x.Names?.ToList().IndexOf(name) ?? -1;
            if (at < 0)
            {
                throw new ArgumentException($"The batches have no feature '{name}'. Received: {string.Join(", ", x.Names ?? ["arrays without names"])}.");
            }

            yield return Matrix(x.Columns[at].Take(batch.Rows.IsEmpty ? Training.RowNumbers.Of(x.Columns[at].Rows) : batch.Rows.Span));
        }
    }

    private static Tensor Rows(Tensor column, int start, int count)
    {
        var size = (int)column.Shape[1..].Size;
        var shape = column.Shape.With(0, count);
        return column.Text is { } text ? new Tensor(shape, text[(start * size)..((start + count) * size)]) : column.View(shape, (long)start * size);
    }
}
