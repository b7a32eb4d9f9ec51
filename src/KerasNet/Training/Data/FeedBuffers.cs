namespace KerasNet.Training;

/// <summary>One set of feeds: aligned memory that a batch is gathered into and TensorFlow reads without a copy.</summary>
internal sealed class FeedBuffers(IReadOnlyList<FeedSpec> specs)
{
    private readonly Tensor[] _whole = new Tensor[specs.Count];
    private readonly Tensor[] _feeds = new Tensor[specs.Count];
    private int _rows = -1;

    /// <summary>The feeds of the batch that was filled last.</summary>
    public ReadOnlySpan<Tensor> Feeds => _feeds;

    /// <summary>Samples in it.</summary>
    public int Rows => _rows;

    public void Fill(BatchRef batch, IReadOnlyDictionary<int, double>? classWeight)
    {
        var rows = batch.Rows.IsEmpty ? batch.Data.X.Columns[0].Rows : batch.Rows.Length;
        var indices = batch.Rows.IsEmpty ? RowNumbers.Of(rows) : batch.Rows.Span;
        for (var i = 0; i < specs.Count; i++)
        {
            if (rows != _rows || !specs[i].RowShape.IsFullyDefined)
            {
                Resize(i, specs[i].SampleShape(batch.Data).Insert(0, rows));
            }

            specs[i].Fill(batch.Data, indices, _feeds[i], classWeight);
        }

        _rows = rows;
    }

    private void Resize(int i, TensorShape shape)
    {
        if (specs[i].DType == DataType.String)
        {
            _feeds[i] = new Tensor(shape, new string[shape.Size]);
            return;
        }

        if (_whole[i] is null || _whole[i].Size < shape.Size)
        {
            _whole[i] = Tensor.Allocate(specs[i].DType, shape);
        }

        _feeds[i] = _whole[i].View(shape);
    }
}
