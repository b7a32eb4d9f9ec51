namespace KerasNet;

public static partial class Ops
{
    /// <summary>Sum of the elements on a diagonal of two axes.</summary>
    /// <remarks>Python: <c>keras.ops.trace</c>.</remarks>
    public static Tensor Trace(Tensor x, int offset = 0, int axis1 = 0, int axis2 = 1) => Run(
        "Trace",
        x,
        t =>
        {
            var (rows, columns) = (t.Shape[t.Shape.Axis(axis1)], t.Shape[t.Shape.Axis(axis2)]);
            var there = (rows < 0 || offset > -rows) && (columns < 0 || offset < columns);

            // Beside the matrix there is nothing to add up.
            return there ? RawOps.Sum(Diagonal(SumType(t), offset, axis1, axis2), RawOps.Constant(t.Rank - 2))
                : RawOps.ZerosLike(RawOps.Sum(SumType(t), Axes(t, [axis1, axis2])));
        },
        ("offset", offset),
        ("axis1", axis1),
        ("axis2", axis2));
}
