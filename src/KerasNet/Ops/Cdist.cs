namespace KerasNet;

public static partial class Ops
{
    /// <summary>Euclidean distances of each row of the one to each row of the other.</summary>
    /// <remarks>Python: <c>keras.ops.cdist</c>.</remarks>
    /// <param name="x">Rows <c>(..., m, d)</c>.</param>
    /// <param name="y">Rows <c>(..., n, d)</c>.</param>
    /// <exception cref="ArgumentException">The last axes differ, or there are none.</exception>
    public static Tensor Cdist(Tensor x, Tensor y)
    {
        if (x.Rank < 2 || y.Rank < 2)
        {
            throw new ArgumentException($"Inputs to `cdist` must have rank >= 2. Received shapes: x.shape={x.Shape}, y.shape={y.Shape}", nameof(x));
        }

        if (x.Shape[^1] >= 0 && y.Shape[^1] >= 0 && x.Shape[^1] != y.Shape[^1])
        {
            throw new ArgumentException($"The last dimension of inputs to `cdist` must match. Received shapes: x.shape={x.Shape}, y.shape={y.Shape}", nameof(y));
        }

        return Run("CDist", x, y, static (a, b) =>
        {
            (a, b) = Promote(a, b);
            var difference = ToFloat(RawOps.Sub(RawOps.ExpandDims(a, -2), RawOps.ExpandDims(b, -3)));
            return RawOps.Sqrt(RawOps.Sum(RawOps.Square(difference), RawOps.Constant(-1)));
        });
    }
}
