namespace KerasNet;

public static partial class Ops
{
    /// <summary>Sums of the rows with the same segment number.</summary>
    /// <remarks>Python: <c>keras.ops.segment_sum</c>.</remarks>
    /// <param name="data">Rows.</param>
    /// <param name="segmentIds">A number for each row; negative ones are left out.</param>
    /// <param name="numSegments">Number of segments; the largest number and one when null.</param>
    /// <param name="sorted">Whether the numbers ascend: then their last one says how many there are.</param>
    /// <exception cref="ArgumentException">A number of segments is given for sorted ones.</exception>
    public static Tensor SegmentSum(Tensor data, Tensor segmentIds, int? numSegments = null, bool sorted = false) => Run(
        "SegmentSum",
        CheckSegments(data, numSegments, sorted),
        segmentIds,
        (t, i) => RawOps.UnsortedSegmentSum(t, ToIndices(i), numSegments is { } num ? RawOps.Scalar(num) : Segments(ToIndices(i))),
        ("num_segments", numSegments),
        ("sorted", sorted));

    private static Tensor CheckSegments(Tensor data, int? numSegments, bool sorted) => sorted && numSegments is { } num
        ? throw new ArgumentException($"Argument `num_segments` cannot be set when sorted is True when using the tensorflow backend. Received: num_segments={num}, sorted=True.", nameof(numSegments))
        : data;

    private static Tensor Segments(Tensor ids) =>
        RawOps.Cast(RawOps.AddV2(RawOps.Max(ids, RawOps.Constant([.. Enumerable.Range(0, ids.Rank)])), RawOps.Scalar(1, ids.DType)), DataType.Int32);
}
