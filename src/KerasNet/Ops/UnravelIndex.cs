namespace KerasNet;

public static partial class Ops
{
    /// <summary>Positions in a shape of elements that are counted row by row: one tensor for each axis.</summary>
    /// <remarks>Python: <c>keras.ops.unravel_index</c>.</remarks>
    /// <exception cref="ArgumentException"><paramref name="shape"/> has an unknown dimension.</exception>
    public static Tensors UnravelIndex(Tensor indices, TensorShape shape)
    {
        if (!shape.IsFullyDefined)
        {
            throw new ArgumentException($"`shape` argument cannot contain `None`. Received: shape={shape}", nameof(shape));
        }

        return RunMany(
            "UnravelIndex",
            [indices],
            t =>
            {
                var (rest, positions) = (t[0], new Tensor[shape.Rank]);
                for (var i = shape.Rank - 1; i >= 0; i--)
                {
                    var size = RawOps.Scalar(shape[i], rest.DType);
                    positions[i] = RawOps.FloorMod(rest, size);
                    rest = RawOps.FloorDiv(rest, size);
                }

                return positions;
            },
            ("shape", shape));
    }
}
