namespace KerasNet;

public static partial class Ops
{
    /// <summary>Reads label sequences off a CTC model's logits: the likeliest class of each step, or the likeliest sequences over all their alignments.</summary>
    /// <remarks>Python: <c>keras.ops.ctc_decode</c>.</remarks>
    /// <param name="inputs">Logits <c>(batch, time, classes)</c>.</param>
    /// <param name="sequenceLengths">Number of steps of each sequence.</param>
    /// <param name="strategy"><c>greedy</c> or <c>beam_search</c>.</param>
    /// <param name="beamWidth">How many sequences the beam search follows.</param>
    /// <param name="topPaths">How many sequences the beam search gives.</param>
    /// <param name="mergeRepeated">Greedy: whether a class that repeats without a blank between counts once.</param>
    /// <param name="maskIndex">The blank's class number.</param>
    /// <returns>Labels <c>(paths, batch, time)</c>, −1 after the end, and scores <c>(batch, paths)</c>: greedy, minus the sum of the logits; else logarithms of probabilities.</returns>
    /// <exception cref="ArgumentException">The strategy is unknown, or the beam is narrower than the number of paths.</exception>
    public static (Tensor Decoded, Tensor Scores) CtcDecode(Tensor inputs, Tensor sequenceLengths, string strategy = "greedy", int beamWidth = 100, int topPaths = 1, bool mergeRepeated = true, int maskIndex = 0)
    {
        var isGreedy = Internal.Require.OneOf(strategy, ["greedy", "beam_search"]) == "greedy";
        var both = RunMany("CTCDecode", [inputs, sequenceLengths], t =>
        {
            var logits = RawOps.Transpose(AtLeastFloat32(t[0]), 1, 0, 2);
            var lengths = RawOps.Cast(t[1], DataType.Int32);
            if (isGreedy)
            {
                var sparse = RawOps.CTCGreedyDecoder(logits, lengths, mergeRepeated, maskIndex);
                return [RawOps.ExpandDims(LabelRows(t[0], sparse[0], sparse[1]), 0), sparse[3]];
            }

            // TensorFlow's blank is the last class: the mask's column goes there, and the labels after it count one less.
            var mask = maskIndex < 0 ? maskIndex + t[0].Shape[^1] : maskIndex;
            var moved = RawOps.ConcatV2([GetItem(logits, Ellipsis, ..mask), GetItem(logits, Ellipsis, (mask + 1)..), GetItem(logits, Ellipsis, mask..(mask + 1))], 2);
            var (indices, values, scores) = RawOps.CTCBeamSearchDecoder(moved, lengths, beamWidth, topPaths);
            var rows = RawOps.Pack([.. indices.Zip(values, (i, v) => LabelRows(t[0], i, v))], 0);
            return [RawOps.SelectV2(RawOps.GreaterEqual(rows, RawOps.Scalar(mask)), RawOps.AddV2(rows, RawOps.Scalar(1)), rows), scores];
        }, ("strategy", strategy), ("beam_width", beamWidth), ("top_paths", topPaths), ("merge_repeated", mergeRepeated), ("mask_index", maskIndex));
        return (both[0], both[1]);
    }

    /// <summary>Sparse labels as rows <c>(batch, time)</c>, filled with −1.</summary>
    private static Tensor LabelRows(Tensor inputs, Tensor indices, Tensor values)
    {
        var shape = RawOps.Slice(RawOps.Shape(inputs), RawOps.Constant(0), RawOps.Constant(2));
        var empty = RawOps.Reshape(RawOps.Fill(shape, RawOps.Scalar(-1)), shape, inputs.Shape[..2]);
        return RawOps.TensorScatterUpdate(empty, RawOps.Cast(indices, DataType.Int32), RawOps.Cast(values, DataType.Int32));
    }
}
