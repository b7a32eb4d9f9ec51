namespace KerasNet;

public static partial class Ops
{
    /// <summary>Mean along an axis, or of all elements, weighted by <paramref name="weights"/>: of the tensor's shape, or one for each element of the axis.</summary>
    /// <remarks>Python: <c>keras.ops.average</c>.</remarks>
    public static Tensor Average(Tensor x, int? axis = null, Tensor? weights = null) => AverageOf(x, axis is { } a ? [a] : null, weights, axis);

    /// <summary>Mean along several axes, weighted by <paramref name="weights"/> of the tensor's shape.</summary>
    /// <remarks>Python: <c>keras.ops.average</c>.</remarks>
    public static Tensor Average(Tensor x, int[]? axis, Tensor? weights = null) => AverageOf(x, axis, weights, axis);

    private static Tensor AverageOf(Tensor x, int[]? axis, Tensor? weights, object? named) => weights is null
        ? Run("Average", x, t => RawOps.Mean(ToFloat(t), Axes(t, axis)), ("axis", named))
        : Run("Average", x, weights, (t, w) => Weighted(t, w, axis), ("axis", named));

    private static Tensor Weighted(Tensor x, Tensor weights, int[]? axis)
    {
        (x, weights) = Promote(ToFloat(x), ToFloat(weights));
        if (axis is [var along] && weights.Rank == 1 && x.Rank > 1)
        {
            return RawOps.RealDiv(Contract(x, weights, [along], [0]), RawOps.Sum(weights, RawOps.Constant(0)));
        }

        return RawOps.RealDiv(RawOps.Sum(RawOps.Mul(x, weights), Axes(x, axis)), RawOps.Sum(weights, Axes(weights, axis)));
    }
}
