namespace KerasNet.Layers;

/// <summary>Indices as one-hot, multi-hot or counted rows, in C#; what is not in 0 to depth - 1 leaves no mark.</summary>
/// <remarks>Python: <c>keras.src.utils.numerical_utils.encode_categorical_inputs</c>.</remarks>
internal static class HostEncoding
{
    /// <summary>Shape of the result; a depth of -1 is not known yet.</summary>
    public static TensorShape Shape(TensorShape shape, string mode, int depth)
    {
        shape = shape.Rank == 0 ? 1 : shape;
        var kept = mode == "one_hot" ? (shape.Rank > 1 && shape[^1] == 1 ? shape[..^1] : shape) : shape.Remove(shape.Rank > 1 ? 1 : 0);
        return kept.Insert(kept.Rank, depth);
    }

    /// <summary>Rows of integers: 1 at the indices, or how often each occurs.</summary>
    public static Tensor Encode(ReadOnlySpan<long> indices, TensorShape shape, string mode, int depth)
    {
        var result = Tensor.Allocate(DataType.Int64, Shape(shape, mode, depth));
        var marks = result.Writable<long>();
        marks.Clear();

        // Elements that differ along the folded axis only mark the same row.
        var axis = shape.Rank > 1 ? 1 : 0;
        var folded = mode == "one_hot" || shape.Rank == 0 ? 1 : shape[axis];
        var inner = mode == "one_hot" || shape.Rank < 3 ? 1 : shape[2..].Size;
        for (var i = 0; i < indices.Length; i++)
        {
            if (indices[i] < 0 || indices[i] >= depth)
            {
                continue;
            }

            var row = (i / (inner * folded) * inner) + (i % inner);
            ref var mark = ref marks[(int)((row * depth) + indices[i])];
            mark = mode == "count" ? mark + 1 : 1;
        }

        return result;
    }
}
