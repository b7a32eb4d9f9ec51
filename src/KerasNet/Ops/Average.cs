namespace KerasNet;

public static partial class Ops
{
    /// <summary>Mean along an axis, or of all elements, weighted by <paramref name="weights"/>: of the tensor's shape, or one for each element of the axis.</summary>
    /// <remarks>Python: <c>keras.ops.average</c>.</remarks>
    public static Tensor Average(Tensor x, int? axis = null, Tensor? weights = null) => weights is null
        ? Run("Average", x, t => RawOps.Mean(ToFloat(t), Axes(t, axis is { } a ? [a] : null)), ("axis", axis))
        : Run("Average", x, weights, (t, w) => Weighted(t, w, axis), ("axis", axis));

    private static Tensor Weighted(Tensor x, Tensor weights, int? axis)
    {
        (x, weights) = Promote(ToFloat(x), ToFloat(weights));
        if (axis is { } along && weights.Rank == 1 && x.Rank > 1)
        {
            return RawOps.RealDiv(Contract(x, weights, [along], [0]), RawOps.Sum(weights, RawOps.Constant(0)));
        }

        var axes = axis is { } a ? [a] : (int[]?)null;
        return RawOps.RealDiv(RawOps.Sum(RawOps.Mul(x, weights), Axes(x, axes)), RawOps.Sum(weights, Axes(weights, axes)));
    }
}
