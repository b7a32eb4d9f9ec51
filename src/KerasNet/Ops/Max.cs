namespace KerasNet;

public static partial class Ops
{
    /// <summary>Greatest element, over one axis or all; <paramref name="initial"/> counts as one more element.</summary>
    /// <remarks>Python: <c>keras.ops.max</c>.</remarks>
    public static Tensor Max(Tensor x, int? axis = null, bool keepdims = false, double? initial = null) =>
        Reduce("Max", x, axis, keepdims, (t, axes, keep) => MaxOf(t, axes, keep, initial), ("initial", initial));

    /// <summary>Greatest element, over several axes.</summary>
    /// <remarks>Python: <c>keras.ops.max</c>.</remarks>
    public static Tensor Max(Tensor x, int[]? axis, bool keepdims = false, double? initial = null) =>
        Reduce("Max", x, axis, keepdims, (t, axes, keep) => MaxOf(t, axes, keep, initial), ("initial", initial));

    private static Tensor MaxOf(Tensor x, Tensor axes, bool keepDims, double? initial)
    {
        if (initial is null && x.Shape.Size == 0)
        {
            throw new ArgumentException($"The greatest element of an empty tensor is not defined. Received: shape={x.Shape}. Give an initial value.", nameof(x));
        }

        if (x.DType == DataType.Bool)
        {
            var any = RawOps.Any(x, axes, keepDims);
            return initial is { } start ? RawOps.LogicalOr(any, RawOps.Cast(RawOps.Scalar(start, DataType.Float64), DataType.Bool)) : any;
        }

        var found = RawOps.Max(x, axes, keepDims);
        return initial is { } number ? RawOps.Maximum(found, RawOps.Scalar(number, x.DType)) : found;
    }
}
