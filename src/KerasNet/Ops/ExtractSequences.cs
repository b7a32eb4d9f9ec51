namespace KerasNet;

public static partial class Ops
{
    /// <summary>Stretches of a length along the last axis, each a stride after the one before.</summary>
    /// <remarks>Python: <c>keras.ops.extract_sequences</c>.</remarks>
    /// <param name="x">Rows <c>(..., time)</c>.</param>
    /// <param name="sequenceLength">Length of a stretch.</param>
    /// <param name="sequenceStride">Distance of their starts.</param>
    /// <returns><c>(..., stretches, sequenceLength)</c>.</returns>
    public static Tensor ExtractSequences(Tensor x, int sequenceLength, int sequenceStride)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(sequenceLength);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(sequenceStride);
        return Run("ExtractSequences", x, t => Stretches(t, sequenceLength, sequenceStride), ("sequence_length", sequenceLength), ("sequence_stride", sequenceStride));
    }

    private static Tensor Stretches(Tensor x, int length, int stride)
    {
        if (x.Rank == 0)
        {
            throw new ArgumentException($"Input should have rank >= 1. Received: input.shape = {x.Shape}", nameof(x));
        }

        var last = x.Rank - 1;
        var known = x.Shape[^1] < 0 ? -1 : Math.Max(0, 1 + (int)Math.Floor((x.Shape[^1] - length) / (double)stride));
        var count = known >= 0 ? RawOps.Scalar(known)
            : RawOps.Maximum(RawOps.Scalar(0), RawOps.AddV2(RawOps.Scalar(1), RawOps.FloorDiv(RawOps.Sub(RawOps.Dim(x, last), RawOps.Scalar(length)), RawOps.Scalar(stride))));
        var places = RawOps.AddV2(RawOps.ExpandDims(RawOps.Mul(RawOps.Range(count), RawOps.Scalar(stride)), -1), RawOps.Range(RawOps.Scalar(length)));
        return RawOps.GatherV2(x, places, last);
    }
}
