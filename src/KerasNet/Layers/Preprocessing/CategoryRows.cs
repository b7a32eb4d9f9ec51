namespace KerasNet.Layers;

/// <summary>Indices as one-hot, multi-hot or counted rows, in the graph.</summary>
/// <remarks>Python: <c>keras.src.utils.numerical_utils.encode_categorical_inputs</c>.</remarks>
internal static class CategoryRows
{
    public static Tensor Encode(Tensor indices, string mode, int depth, DataType dtype, Tensor? weights = null)
    {
        indices = indices.Rank == 0 ? Ops.ExpandDims(indices, -1) : indices;
        if (mode == "one_hot")
        {
            return Ops.OneHot(indices.Rank > 1 && indices.Shape[^1] == 1 ? Ops.Squeeze(indices, -1) : indices, depth, dtype: dtype);
        }

        if (indices.Rank <= 2)
        {
            // As Keras on TensorFlow: a negative index is an error, one that is too great is left out.
            var numbers = indices.DType is DataType.Int32 or DataType.Int64 ? indices : Ops.Cast(indices, DataType.Int64);
            var wide = dtype is DataType.Float64 ? dtype : DataType.Float32;
            var counted = weights is null ? Tensor.Allocate(wide, 0) : Ops.Cast(weights, wide);
            return Ops.Cast(RawOps.DenseBincount(numbers, RawOps.Scalar(depth), counted, binary: mode == "multi_hot"), dtype);
        }

        if (mode == "multi_hot")
        {
            return Ops.MultiHot(indices, depth, dtype: dtype);
        }

        var rows = Ops.OneHot(indices, depth, dtype: dtype);
        return Ops.Sum(weights is null ? rows : rows * Ops.ExpandDims(weights, -1), indices.Rank > 1 ? 1 : 0);
    }
}
