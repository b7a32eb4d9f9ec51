namespace KerasNet.Training;

/// <summary>One feed of a step: which array of the batch, its type and the shape of one sample.</summary>
internal sealed record FeedSpec(FeedKind Kind, int Column, DataType DType, TensorShape RowShape, int TargetColumn = -1)
{
    /// <summary>Shape of a sample in this batch: the declared one, with its unknown dimensions as they are here.</summary>
    public TensorShape SampleShape(Batch batch)
    {
        var column = Kind switch
        {
            FeedKind.Input => batch.X.Columns.ElementAtOrDefault(Column),
            FeedKind.Target => batch.Y?.Columns.ElementAtOrDefault(Column),
            _ => Column >= 0 ? batch.SampleWeight?.Columns.ElementAtOrDefault(Column) : null,
        };
        return RowShape.IsFullyDefined || column is null ? RowShape : column.Shape[1..];
    }

    public void Fill(Batch batch, ReadOnlySpan<int> rows, Tensor feed, IReadOnlyDictionary<int, double>? classWeight)
    {
        switch (Kind)
        {
            case FeedKind.Input: Gather(batch.X, "x", rows, feed); break;
            case FeedKind.Target: Gather(batch.Y, "y", rows, feed); break;
            default: FillWeights(batch, rows, feed, classWeight); break;
        }
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
