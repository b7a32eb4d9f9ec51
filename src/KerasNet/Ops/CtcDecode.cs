namespace KerasNet;

public static partial class Ops
{
    /// <summary>Reads label sequences off a CTC model's logits, the likeliest class of each step.</summary>
    /// <remarks>Python: <c>keras.ops.ctc_decode</c>.</remarks>
    /// <param name="inputs">Logits <c>(batch, time, classes)</c>.</param>
    /// <param name="sequenceLengths">Number of steps of each sequence.</param>
    /// <param name="strategy"><c>greedy</c>.</param>
    /// <param name="mergeRepeated">Whether a class that repeats without a blank between counts once.</param>
    /// <param name="maskIndex">The blank's class number.</param>
    /// <returns>Labels <c>(1, batch, time)</c>, −1 after the end, and minus the sum of the logits <c>(batch, 1)</c>.</returns>
    /// <exception cref="NotSupportedException">The strategy is <c>beam_search</c>.</exception>
    public static (Tensor Decoded, Tensor Scores) CtcDecode(Tensor inputs, Tensor sequenceLengths, string strategy = "greedy", bool mergeRepeated = true, int maskIndex = 0)
    {
        if (Internal.Require.OneOf(strategy, ["greedy", "beam_search"]) == "beam_search")
        {
            throw new NotSupportedException("ctc_decode has the strategy \"greedy\". Received: \"beam_search\".");
        }

        var both = RunMany("CTCDecode", [inputs, sequenceLengths], t =>
        {
            var logits = RawOps.Transpose(AtLeastFloat32(t[0]), 1, 0, 2);
            var sparse = RawOps.CTCGreedyDecoder(logits, RawOps.Cast(t[1], DataType.Int32), mergeRepeated, maskIndex);
            var shape = RawOps.Slice(RawOps.Shape(t[0]), RawOps.Constant(0), RawOps.Constant(2));
            var empty = RawOps.Reshape(RawOps.Fill(shape, RawOps.Scalar(-1)), shape, t[0].Shape[..2]);
            var dense = RawOps.TensorScatterUpdate(empty, RawOps.Cast(sparse[0], DataType.Int32), RawOps.Cast(sparse[1], DataType.Int32));
            return [RawOps.ExpandDims(dense, 0), sparse[3]];
        }, ("strategy", strategy), ("beam_width", 100), ("top_paths", 1), ("merge_repeated", mergeRepeated), ("mask_index", maskIndex));
        return (both[0], both[1]);
    }
}
