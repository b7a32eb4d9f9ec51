namespace KerasNet.Training;

/// <summary>One set of feeds: aligned memory that a batch is gathered into and TensorFlow reads without a copy. What C# computes of a batch before the step is part of it.</summary>
internal sealed class FeedBuffers
{
    private Tensor[] _whole = [];
    private Tensor[] _feeds = [];
    private Tensor[] _computed = [];
    private int _rows = -1;

    /// <summary>The step that the feeds are for.</summary>
    public Step Step { get => field ?? throw new InvalidOperationException("The feeds are empty."); private set; }

    /// <summary>A batch that no step fits yet: whoever runs the steps traces one and fills the feeds.</summary>
    public BatchRef? Waiting { get; private set; }

    /// <summary>The feeds of the batch that was filled last.</summary>
    public ReadOnlySpan<Tensor> Feeds => Step.Host is null ? _feeds : _computed;

    /// <summary>The feeds with memory of their own, for steps that hand them to the user's code.</summary>
    public IReadOnlyList<Tensor> Copies => [.. _feeds.Select(f => f.DType == DataType.String ? f : f.Copied())];

    /// <summary>Samples in it.</summary>
    public int Rows => _rows;

    public void Wait(BatchRef batch) => Waiting = batch;

    public void Fill(Step step, BatchRef batch, IReadOnlyDictionary<int, double>? classWeight)
    {
        if (_feeds.Length == 0 || step != Step)
        {
            (Step, _whole, _feeds, _rows) = (step, new Tensor[step.Feeds.Count], new Tensor[step.Feeds.Count], -1);
            _computed = new Tensor[step.Host?.Inputs.Count ?? 0];
        }

        Waiting = null;
        var rows = batch.Rows.IsEmpty ? batch.Data.X.Columns[0].Rows : batch.Rows.Length;
        var indices = batch.Rows.IsEmpty ? RowNumbers.Of(rows) : batch.Rows.Span;
        var specs = step.Feeds;
        for (var i = 0; i < specs.Count; i++)
        {
            if (rows != _rows || !specs[i].RowShape.IsFullyDefined)
            {
                Resize(i, specs[i].DType, specs[i].SampleShape(batch.Data).Insert(0, rows));
            }

            specs[i].Fill(batch.Data, indices, _feeds[i], classWeight);
        }

        step.Host?.Run(_feeds, _computed);
        _rows = rows;
    }

    private void Resize(int i, DataType dtype, TensorShape shape)
    {
        if (dtype == DataType.String)
        {
            _feeds[i] = new Tensor(shape, new string[shape.Size]);
            return;
        }

        if (_whole[i] is null || _whole[i].Size < shape.Size)
        {
            _whole[i] = Tensor.Allocate(dtype, shape);
        }

        _feeds[i] = _whole[i].View(shape);
    }
}
