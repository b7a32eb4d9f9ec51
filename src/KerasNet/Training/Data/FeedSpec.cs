namespace KerasNet.Training;

/// <summary>One feed of a step: which array of the batch, its type and the shape of one sample.</summary>
internal sealed record FeedSpec(FeedKind Kind, int Column, DataType DType, TensorShape RowShape, int TargetColumn = -1)
{
    /// <summary>Shape of a sample in this batch: the declared one, with its unknown dimensions as they are here.</summary>
    public TensorShape SampleShape(Batch batch) => RowShape.IsFullyDefined || Source(batch) is not { } column ? RowShape : column.Shape[1..];

    /// <summary>True when the batch has an array of this kind, whatever its number of rows.</summary>
    public bool Accepts(Batch batch) => Source(batch) is { } column
        ? column.Shape.Rank == RowShape.Rank + 1 && column.Shape[1..].IsCompatibleWith(RowShape)
        : Kind == FeedKind.Weight && Column < 0;

    public void Fill(Batch batch, ReadOnlySpan<int> rows, Tensor feed, IReadOnlyDictionary<int, double>? classWeight)
    {
        switch (Kind)
        {
            case FeedKind.Input: Gather(batch.X, "x", rows, feed); break;
            case FeedKind.Target: Gather(batch.Y, "y", rows, feed); break;
            default: FillWeights(batch, rows, feed, classWeight); break;
        }
    }

    private DataColumn? Source(Batch batch)
    {
        var columns = Kind switch
        {
            FeedKind.Input => batch.X.Columns,
            FeedKind.Target => batch.Y?.Columns,
            _ => batch.SampleWeight?.Columns,
        };
        return columns is not null && Column >= 0 && Column < columns.Count ? columns[Column] : null;
    }

    private void Gather(Data? data, string what, ReadOnlySpan<int> rows, Tensor feed)
    {
        if (data is null || Column >= data.Columns.Count)
        {
            throw new ArgumentException($"The batch has no {what} number {Column}. Every batch must have the arrays of the first.");
        }

        var column = data.Columns[Column];
        if (!column.Shape[1..].IsCompatibleWith(RowShape))
        {
            throw new ArgumentException($"A sample of {what}[{Column}] has shape {column.Shape[1..]}. Expected: {RowShape}, as in the first batch.");
        }

        column.Gather(rows, feed);
    }

    private void FillWeights(Batch batch, ReadOnlySpan<int> rows, Tensor feed, IReadOnlyDictionary<int, double>? classWeight)
    {
        if (Column >= 0)
        {
            Gather(batch.SampleWeight, "sampleWeight", rows, feed);
        }
        else
        {
            feed.Writable<float>().Fill(1);
        }

        if (classWeight is not null)
        {
            ClassWeights.Apply(classWeight, batch.Y!.Columns[TargetColumn], rows, feed.Writable<float>());
        }
    }
}
