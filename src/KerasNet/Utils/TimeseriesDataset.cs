namespace KerasNet;

/// <summary>Windows that slide over a series, in batches.</summary>
/// <remarks>Python: what <c>keras.utils.timeseries_dataset_from_array</c> gives.</remarks>
public sealed class TimeseriesDataset : PyDataset
{
    private readonly Tensor _data;
    private readonly Tensor? _targets;
    private readonly int[] _starts;
    private readonly int _sequenceLength;
    private readonly int _samplingRate;
    private readonly int _batchSize;
    private readonly Backends.Managed.MersenneTwister? _random;

    internal TimeseriesDataset(Tensor data, Tensor? targets, int[] starts, int sequenceLength, int samplingRate, int batchSize, int? seed)
    {
        (_data, _targets, _starts, _sequenceLength, _samplingRate, _batchSize) = (data, targets, starts, sequenceLength, samplingRate, batchSize);
        if (seed is { } number)
        {
            _random = Backends.Managed.MersenneTwister.OfNumPy(number);
            _random.ShuffleAsNumPy<int>(_starts);
        }
    }

    /// <inheritdoc/>
    public override int Length => (_starts.Length + _batchSize - 1) / _batchSize;

    /// <inheritdoc/>
    public override Batch GetItem(int index)
    {
        var starts = _starts.AsSpan(index * _batchSize, Math.Min(_batchSize, _starts.Length - (index * _batchSize)));
        var windows = Tensor.Allocate(_data.DType, new TensorShape(starts.Length, _sequenceLength).Concat(_data.Shape[1..]));
        var steps = starts.Length * _sequenceLength;
        for (var i = 0; i < steps; i++)
        {
            Copy(_data, starts[i / _sequenceLength] + (i % _sequenceLength * _samplingRate), windows, i);
        }

        if (_targets is null)
        {
            return new Batch(windows);
        }

        var targets = Tensor.Allocate(_targets.DType, _targets.Shape.With(0, starts.Length));
        for (var i = 0; i < starts.Length; i++)
        {
            Copy(_targets, starts[i], targets, i);
        }

        return new Batch(windows, targets);
    }

    /// <summary>Shuffled windows come in another order in the next epoch.</summary>
    public override void OnEpochEnd() => _random?.ShuffleAsNumPy<int>(_starts);

    /// <summary>The batches are in order already: shuffled if that was asked for.</summary>
    internal override IEnumerable<BatchRef> Epoch(int? batchSize, bool shuffle) => base.Epoch(batchSize, shuffle: false);

    private static void Copy(Tensor from, int row, Tensor to, int toRow)
    {
        var size = (int)(from.ByteLength / Math.Max(1, from.Shape[0]));
        from.Bytes().Slice(row * size, size).CopyTo(to.WritableBytes()[(toRow * size)..]);
    }
}
