namespace KerasNet;

public static partial class Ops
{
    /// <summary>Integral along an axis by the trapezoidal rule.</summary>
    /// <remarks>Python: <c>keras.ops.trapezoid</c>.</remarks>
    /// <param name="y">Values.</param>
    /// <param name="x">Where they are taken, of the values' shape or a vector; null: at equal distances.</param>
    /// <param name="dx">That distance.</param>
    /// <param name="axis">The axis.</param>
    public static Tensor Trapezoid(Tensor y, Tensor? x = null, double dx = 1, int axis = -1) => Run(
        "Trapezoid",
        x is null ? [y] : [y, x],
        t =>
        {
            var values = ToFloat(t[0]);
            var rows = MoveAxis(values, axis, -1);
            var width = t.Length == 1 ? Number(dx, values)
                : Differences(RawOps.Cast(t[1], values.DType), 1, t[1].Rank == 1 ? -1 : axis) is var d && d.Rank > 1 ? MoveAxis(d, axis, -1) : d;
            var heights = RawOps.Mul(Number(0.5, values), RawOps.AddV2(GetItem(rows, Ellipsis, 1..), GetItem(rows, Ellipsis, ..^1)));
            return RawOps.Sum(RawOps.Mul(heights, width), RawOps.Constant(-1));
        },
        ("dx", dx),
        ("axis", axis));
}
