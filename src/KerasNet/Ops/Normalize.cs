namespace KerasNet;

public static partial class Ops
{
    /// <summary>Divides by the norm along an axis: <c>x / max(norm(x), epsilon)</c>.</summary>
    /// <remarks>Python: <c>keras.ops.normalize</c>.</remarks>
    /// <exception cref="ArgumentException"><paramref name="order"/> is less than 1.</exception>
    public static Tensor Normalize(Tensor x, int axis = -1, int order = 2, double? epsilon = null) => NormalizeOver(x, [axis], order, epsilon, axis);

    /// <summary>Vectors, or matrices of two axes, of length 1 along several axes; null: along all of them.</summary>
    /// <remarks>Python: <c>keras.ops.normalize</c>.</remarks>
    /// <exception cref="ArgumentException">The order is below 1.</exception>
    public static Tensor Normalize(Tensor x, int[]? axis, int order = 2, double? epsilon = null) => NormalizeOver(x, axis, order, epsilon, axis);

    private static Tensor NormalizeOver(Tensor x, int[]? axis, int order, double? epsilon, object? named) => order < 1
        ? throw new ArgumentException($"Argument `order` must be an int >= 1. Received: order={order}", nameof(order))
        : Run(
            "Normalize",
            x,
            t =>
            {
                t = ToFloat(t.Rank == 0 ? RawOps.ExpandDims(t, 0) : t);
                var least = epsilon ?? Keras.Config.Epsilon;
                if (order == 2)
                {
                    var squares = RawOps.Sum(RawOps.Square(t), Axes(t, axis), keepDims: true);
                    return RawOps.Mul(t, RawOps.Minimum(RawOps.Rsqrt(squares), Number(1 / least, t)));
                }

                return RawOps.RealDiv(t, RawOps.Maximum(NormOf(t, order, null, axis, true), Number(least, t)));
            },
            ("axis", named), ("order", order), ("epsilon", epsilon));
}
