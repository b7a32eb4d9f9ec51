namespace KerasNet;

public static partial class Ops
{
    /// <summary>Where numbers would have to stand in a sorted vector.</summary>
    /// <remarks>Python: <c>keras.ops.searchsorted</c>.</remarks>
    /// <param name="sortedSequence">A vector in ascending order.</param>
    /// <param name="values">Numbers to place.</param>
    /// <param name="side"><c>left</c>: before equal elements; <c>right</c>: after them.</param>
    /// <exception cref="ArgumentException">The sequence is not a vector, or the side is unknown.</exception>
    public static Tensor SearchSorted(Tensor sortedSequence, Tensor values, string side = "left")
    {
        if (side is not ("left" or "right"))
        {
            throw new ArgumentException($"`side` must be 'left' or 'right'. Received: {side}", nameof(side));
        }

        return Run(
            "SearchSorted",
            sortedSequence,
            values,
            (s, v) =>
            {
                if (s.Rank != 1)
                {
                    throw new ArgumentException($"`searchsorted` only supports 1-D sorted sequences. Received: sorted_sequence.shape={s.Shape}", nameof(sortedSequence));
                }

                (s, v) = Promote(s, v);
                var wide = RawOps.ExpandDims(v, -1);
                var before = side == "left" ? RawOps.Less(s, wide) : RawOps.LessEqual(s, wide);
                return RawOps.Sum(RawOps.Cast(before, DataType.Int32), RawOps.Constant(-1));
            },
            ("side", side));
    }
}
