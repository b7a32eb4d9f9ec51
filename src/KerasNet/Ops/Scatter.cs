namespace KerasNet;

public static partial class Ops
{
    /// <summary>Adds values into zeros of a shape, at positions that stand in the last axis of the indices.</summary>
    /// <remarks>Python: <c>keras.ops.scatter</c>.</remarks>
    public static Tensor Scatter(Tensor indices, Tensor values, TensorShape shape) => Run(
        "Scatter",
        indices,
        values,
        (i, v) =>
        {
            i = ToIndices(i);
            return RawOps.ScatterNd(i, v, RawOps.Cast(RawOps.Constant(shape.Dims), i.DType));
        },
        ("shape", shape));
}
