using KerasNet.Training;

namespace KerasNet;

/// <summary>Batches of arrays that are in memory: rows by index, shuffled before each epoch.</summary>
internal sealed class ArraySource : BatchSource
{
    public const int DefaultBatchSize = 32;
    private readonly Batch _data;
    private readonly int _rows;
    private int[]? _order;

    public ArraySource(Data x, Data? y, Data? sampleWeight)
    {
        _data = new Batch(x, y, sampleWeight);
        var columns = x.Columns.Concat(y?.Columns ?? []).Concat(sampleWeight?.Columns ?? []).ToList();
        if (x.Columns.Count == 0 || columns[0].Rows == 0)
        {
            throw new ArgumentException($"The data is empty: there is no sample to work on. Received: shapes {string.Join(", ", columns.Select(c => c.Shape))}.");
        }

        _rows = columns[0].Rows;
        if (columns.Exists(c => c.Rows != _rows))
        {
            throw new ArgumentException("Data cardinality is ambiguous. Make sure all arrays contain the same number of samples. " +
                $"'x' sizes: {Sizes(x)}{(y is null ? string.Empty : $"; 'y' sizes: {Sizes(y)}")}{(sampleWeight is null ? string.Empty : $"; 'sample_weight' sizes: {Sizes(sampleWeight)}")}.");
        }

        static string Sizes(Data data) => string.Join(", ", data.Columns.Select(c => c.Rows));
    }

    public int Rows => _rows;

    /// <summary>The last part for validation, the rest for training.</summary>
    public (ArraySource Training, ArraySource Validation) Split(double fraction)
    {
        var at = (int)Math.Floor(_rows * (1 - fraction));
        if (fraction is <= 0 or >= 1 || at == 0 || at == _rows)
        {
            throw new ArgumentException($"Training data contains {_rows} samples, which is not sufficient to split it into a validation and training set as specified by validationSplit={fraction}. Either provide more data, or a different value.");
        }

        return (Part(0, at), Part(at, _rows));
    }

    internal override int? Count(int? batchSize) => (_rows + SizeOf(batchSize) - 1) / SizeOf(batchSize);

    internal override Batch Peek(int? batchSize) => _data;

    internal override IEnumerable<BatchRef> Epoch(int? batchSize, bool shuffle)
    {
        var size = SizeOf(batchSize);
        _order ??= [.. Enumerable.Range(0, _rows)];
        if (shuffle)
        {
            Keras.State.Shuffle(_order);
        }

        for (var start = 0; start < _rows; start += size)
        {
            yield return new BatchRef(_data, _order.AsMemory(start, Math.Min(size, _rows - start)));
        }
    }

    private static int SizeOf(int? batchSize) => batchSize is null or > 0 ? batchSize ?? DefaultBatchSize
        : throw new ArgumentOutOfRangeException(nameof(batchSize), $"batchSize is the number of samples in a step. Expected: a positive number or null. Received: {batchSize}.");

    private ArraySource Part(int start, int end) => new(Cut(_data.X, start, end)!, Cut(_data.Y, start, end), Cut(_data.SampleWeight, start, end));

    private static Data? Cut(Data? data, int start, int end) =>
        data is null ? null : Data.Of([.. data.Columns.Select(c => c.Slice(start, end))], data.Names);
}
