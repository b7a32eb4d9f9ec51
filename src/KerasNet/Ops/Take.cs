namespace KerasNet;

public static partial class Ops
{
    /// <summary>Slices along an axis by their indices; of the flattened tensor when no axis is given. Negative indices count from the end.</summary>
    /// <remarks>Python: <c>keras.ops.take</c>.</remarks>
    public static Tensor Take(Tensor x, Tensor indices, int? axis = null) => Run(
        "Take",
        x,
        indices,
        (t, i) =>
        {
            var (from, a) = Along(t, axis);
            return RawOps.GatherV2(from, FromEnd(ToIndices(i), RawOps.Dim(from, a)), a);
        },
        ("axis", axis));

    /// <summary>Indices as int32 or int64.</summary>
    private static Tensor ToIndices(Tensor indices) => indices.DType is DataType.Int32 or DataType.Int64 ? indices
        : RawOps.Cast(indices, indices.DType is DataType.UInt32 or DataType.UInt64 ? DataType.Int64 : DataType.Int32);

    /// <summary>Negative indices made to count from the beginning.</summary>
    private static Tensor FromEnd(Tensor indices, Tensor size) =>
        RawOps.SelectV2(RawOps.Less(indices, RawOps.Scalar(0, indices.DType)), RawOps.AddV2(indices, RawOps.Cast(size, indices.DType)), indices);
}
