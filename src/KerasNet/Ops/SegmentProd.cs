namespace KerasNet;

public static partial class Ops
{
    /// <summary>Products of the rows with the same segment number.</summary>
    /// <remarks>Python: <c>keras.ops.segment_prod</c>.</remarks>
    /// <param name="data">Rows.</param>
    /// <param name="segmentIds">A number for each row; negative ones are left out.</param>
    /// <param name="numSegments">Number of segments; the largest number and one when null.</param>
    /// <param name="sorted">Whether the numbers ascend: then their last one says how many there are.</param>
    /// <exception cref="ArgumentException">A number of segments is given for sorted ones.</exception>
    public static Tensor SegmentProd(Tensor data, Tensor segmentIds, int? numSegments = null, bool sorted = false) => Run(
        "SegmentProd",
        CheckSegments(data, numSegments, sorted),
        segmentIds,
        (t, i) => RawOps.UnsortedSegmentProd(t, ToIndices(i), numSegments is { } num ? RawOps.Scalar(num) : Segments(ToIndices(i))),
        ("num_segments", numSegments),
        ("sorted", sorted));
}
