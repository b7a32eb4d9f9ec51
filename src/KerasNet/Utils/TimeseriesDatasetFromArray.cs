using NumSharp;

namespace KerasNet;

public static partial class Utils
{
    /// <summary>Batches of windows that slide over a series, each with the target at its start.</summary>
    /// <remarks>Python: <c>keras.utils.timeseries_dataset_from_array</c>. Windows <c>(batch, sequenceLength, …)</c>.</remarks>
    /// <param name="data">The series; the first axis is time.</param>
    /// <param name="targets">Target of the window that begins at each time; null: none.</param>
    /// <param name="sequenceLength">Steps of a window.</param>
    /// <param name="sequenceStride">Steps from window to window.</param>
    /// <param name="samplingRate">Steps from one step of a window to the next.</param>
    /// <param name="batchSize">Windows in a batch.</param>
    /// <param name="shuffle">Whether windows come in any order.</param>
    /// <param name="seed">Of the shuffle.</param>
    /// <param name="startIndex">Times before are left out; null: none.</param>
    /// <param name="endIndex">This time and those after are left out; null: none.</param>
    /// <exception cref="ArgumentException">A number does not fit the series.</exception>
    public static TimeseriesDataset TimeseriesDatasetFromArray(
        NDArray data, NDArray? targets, int sequenceLength, int sequenceStride = 1, int samplingRate = 1, int batchSize = 128, bool shuffle = false, int? seed = null, int? startIndex = null, int? endIndex = null)
    {
        var length = (int)data.shape[0];
        void Check(bool good, string name, object? value, string expected)
        {
            if (!good)
            {
                throw new ArgumentException($"`{name}` must be {expected}. Received: {name}={value}, for data of length {length}.");
            }
        }

        Check(sequenceLength > 0, "sequence_length", sequenceLength, "higher than 0");
        Check(batchSize > 0, "batch_size", batchSize, "higher than 0");
        Check(samplingRate > 0, "sampling_rate", samplingRate, "higher than 0");
        Check(samplingRate < length, "sampling_rate", samplingRate, "lower than the length of the data");
        Check(sequenceStride > 0, "sequence_stride", sequenceStride, "higher than 0");
        Check(sequenceStride < length, "sequence_stride", sequenceStride, "lower than the length of the data");
        Check(startIndex is null or >= 0, "start_index", startIndex, "0 or greater");
        Check(startIndex is null || startIndex < length, "start_index", startIndex, "lower than the length of the data");
        Check(endIndex is null or 0 || endIndex > (startIndex ?? 0), "end_index", endIndex, "higher than `start_index`");
        Check(endIndex is null || endIndex < length, "end_index", endIndex, "lower than the length of the data");
        var (start, end) = (startIndex ?? 0, endIndex is null or 0 ? length : endIndex.Value);
        var count = end - start - ((sequenceLength - 1) * samplingRate);
        if (targets is not null)
        {
            count = Math.Min(count, (int)targets.shape[0]);
        }

        int[] starts = [.. Enumerable.Range(0, Math.Max(0, (count + sequenceStride - 1) / sequenceStride)).Select(i => start + (i * sequenceStride))];
        return new TimeseriesDataset(data, targets is null ? null : (Tensor)targets, starts, sequenceLength, samplingRate, batchSize, shuffle ? seed ?? Keras.State.NextSeed() : null);
    }
}
