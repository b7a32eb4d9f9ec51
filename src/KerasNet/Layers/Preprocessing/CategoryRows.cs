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

        if (mode == "multi_hot")
        {
            return Ops.MultiHot(indices, depth, dtype: dtype);
        }

        var rows = Ops.OneHot(indices, depth, dtype: dtype);
        return Ops.Sum(weights is null ? rows : rows * Ops.ExpandDims(weights, -1), indices.Rank > 1 ? 1 : 0);
    }
}
