namespace KerasNet;

public static partial class Ops
{
    /// <summary>From each row along an axis the elements that the same row of the indices names; of the flattened tensor when no axis is given.</summary>
    /// <remarks>Python: <c>keras.ops.take_along_axis</c>.</remarks>
    public static Tensor TakeAlongAxis(Tensor x, Tensor indices, int? axis = null) => Run(
        "TakeAlongAxis",
        x,
        indices,
        (t, i) =>
        {
            if (axis is null && i.Rank != 1)
            {
                throw new ArgumentException($"`indices` must be 1D if axis=None. Received: indices.shape={i.Shape}", nameof(indices));
            }

            var (from, a) = Along(t, axis);
            if (from.Rank != i.Rank)
            {
                throw new ArgumentException($"`indices` must have as many axes as `x`. Received: x.shape={from.Shape}, indices.shape={i.Shape}", nameof(indices));
            }

            var (source, picked) = (RawOps.DimsOf(from), RawOps.DimsOf(i));
            for (var d = 0; d < source.Length; d++)
            {
                if (d != a)
                {
                    source[d] = picked[d] = Common(source[d], picked[d]);
                }
            }

            from = Spread(from, source);
            i = FromEnd(Spread(ToIndices(i), picked), source[a]);
            return RawOps.Swap(RawOps.GatherV2(RawOps.Swap(from, a), RawOps.Swap(i, a), from.Rank - 1, from.Rank - 1), a);
        },
        ("axis", axis));

    /// <summary>The dimension that two broadcast to.</summary>
    private static Tensor Common(Tensor a, Tensor b) =>
        a.IsConcrete && NumberReader.Ints(a)[0] == 1 ? b
        : b.IsConcrete && NumberReader.Ints(b)[0] == 1 ? a
        : a.IsConcrete ? a
        : b.IsConcrete ? b
        : RawOps.Maximum(a, b);

    private static Tensor Spread(Tensor x, Tensor[] dims)
    {
        var shape = RawOps.Dims(dims);
        return shape.IsConcrete && x.Shape == new TensorShape(NumberReader.Ints(shape)) ? x : RawOps.BroadcastTo(x, shape);
    }
}
