using KerasNet.Internal;
using NumSharp;

namespace KerasNet.Preprocessing.Sequence;

/// <summary>Batches of windows over a series, each with the target that follows it: what scripts of Keras 2 use. New programs take <see cref="Utils.TimeseriesDatasetFromArray"/>.</summary>
/// <remarks>Python: <c>keras.preprocessing.sequence.TimeseriesGenerator</c> of tf_keras and Keras 2.</remarks>
public sealed class TimeseriesGenerator : PyDataset
{
    private readonly Tensor _data;
    private readonly Tensor _targets;
    private readonly int _length;
    private readonly int _samplingRate;
    private readonly int _stride;
    private readonly int _start;
    private readonly int _end;
    private readonly bool _reverse;
    private readonly int _batchSize;
    private readonly Random? _random;

    /// <summary>Makes the generator.</summary>
    /// <param name="data">The series; the first axis is time.</param>
    /// <param name="targets">A target for each time.</param>
    /// <param name="length">Times of a window.</param>
    /// <param name="samplingRate">Times from one step of a window to the next.</param>
    /// <param name="stride">Times from window to window.</param>
    /// <param name="startIndex">Times before are left out.</param>
    /// <param name="endIndex">Times after are left out; null: none.</param>
    /// <param name="shuffle">Whether windows are drawn at random.</param>
    /// <param name="reverse">Whether windows run backwards.</param>
    /// <param name="batchSize">Windows in a batch.</param>
    /// <exception cref="ArgumentException">Data and targets differ in length, or no window is left.</exception>
    public TimeseriesGenerator(
        NDArray data, NDArray targets, int length, int samplingRate = 1, int stride = 1, int startIndex = 0, int? endIndex = null, bool shuffle = false, bool reverse = false, int batchSize = 128)
    {
        (_data, _targets, _reverse) = (data, targets, reverse);
        (_length, _samplingRate, _stride, _batchSize) = (Require.Positive(length), Require.Positive(samplingRate), Require.Positive(stride), Require.Positive(batchSize));
        if (_data.Shape[0] != _targets.Shape[0])
        {
            throw new ArgumentException($"Data and targets have to be of same length. Data length is {_data.Shape[0]} while target length is {_targets.Shape[0]}.");
        }

        (_start, _end) = (startIndex + length, Math.Min(endIndex ?? int.MaxValue, _data.Shape[0] - 1));
        if (_start > _end || startIndex < 0)
        {
            throw new ArgumentException($"`start_index+length={_start} > end_index={_end}` is disallowed, as no part of the sequence would be left to be used as current step.");
        }

        _random = shuffle ? new Random(Keras.State.NextSeed()) : null;
    }

    /// <inheritdoc/>
    public override int Length => (_end - _start + (_batchSize * _stride)) / (_batchSize * _stride);

    /// <inheritdoc/>
    public override Batch GetItem(int index)
    {
        var first = _start + (_batchSize * _stride * index);
        int[] rows = _random is { } random
            ? [.. Enumerable.Range(0, _batchSize).Select(_ => random.Next(_start, _end + 1))]
            : [.. Enumerable.Range(0, _batchSize).Select(i => first + (i * _stride)).Where(r => r <= _end)];
        var steps = (_length + _samplingRate - 1) / _samplingRate;
        int[] times = [.. rows.SelectMany(r => Enumerable.Range(0, steps).Select(s => r - _length + ((_reverse ? steps - 1 - s : s) * _samplingRate)))];
        var windows = Take(_data, times).View(new TensorShape(rows.Length, steps).Concat(_data.Shape[1..]));
        return new Batch(windows, Take(_targets, rows));
    }

    private static Tensor Take(Tensor from, int[] rows)
    {
        var to = Tensor.Allocate(from.DType, from.Shape.With(0, rows.Length));
        var size = (int)(from.ByteLength / from.Shape[0]);
        for (var i = 0; i < rows.Length; i++)
        {
            from.Bytes().Slice(rows[i] * size, size).CopyTo(to.WritableBytes()[(i * size)..]);
        }

        return to;
    }
}
