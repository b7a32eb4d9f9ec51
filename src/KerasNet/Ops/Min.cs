namespace KerasNet;

public static partial class Ops
{
    /// <summary>Smallest element, over one axis or all; <paramref name="initial"/> counts as one more element.</summary>
    /// <remarks>Python: <c>keras.ops.min</c>.</remarks>
    public static Tensor Min(Tensor x, int? axis = null, bool keepdims = false, double? initial = null) =>
        Reduce("Min", x, axis, keepdims, (t, axes, keep) => MinOf(t, axes, keep, initial), ("initial", initial));

    /// <summary>Smallest element, over several axes.</summary>
    /// <remarks>Python: <c>keras.ops.min</c>.</remarks>
    public static Tensor Min(Tensor x, int[]? axis, bool keepdims = false, double? initial = null) =>
        Reduce("Min", x, axis, keepdims, (t, axes, keep) => MinOf(t, axes, keep, initial), ("initial", initial));

    private static Tensor MinOf(Tensor x, Tensor axes, bool keepDims, double? initial)
    {
        if (initial is null && x.Shape.Size == 0)
        {
            throw new ArgumentException($"The smallest element of an empty tensor is not defined. Received: shape={x.Shape}. Give an initial value.", nameof(x));
        }

        if (x.DType == DataType.Bool)
        {
            var all = RawOps.All(x, axes, keepDims);
            return initial is { } start ? RawOps.LogicalAnd(all, RawOps.Cast(RawOps.Scalar(start, DataType.Float64), DataType.Bool)) : all;
        }

        var found = RawOps.Min(x, axes, keepDims);
        return initial is { } number ? RawOps.Minimum(found, RawOps.Scalar(number, x.DType)) : found;
    }
}
