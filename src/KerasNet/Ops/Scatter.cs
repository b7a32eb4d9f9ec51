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
            var dims = RawOps.Cast(RawOps.Constant(shape.Dims), i.DType);
            return v.DType == DataType.Bool ? RawOps.Cast(RawOps.ScatterNd(i, RawOps.Cast(v, DataType.Int32), dims), DataType.Bool) : RawOps.ScatterNd(i, v, dims);
        },
        ("shape", shape));
}
