namespace KerasNet;

public static partial class Ops
{
    /// <summary>Sum of the elements on a diagonal of two axes.</summary>
    /// <remarks>Python: <c>keras.ops.trace</c>.</remarks>
    public static Tensor Trace(Tensor x, int offset = 0, int axis1 = 0, int axis2 = 1) => Run(
        "Trace",
        x,
        t => RawOps.Sum(Diagonal(SumType(t), offset, axis1, axis2), RawOps.Constant(t.Rank - 2)),
        ("offset", offset),
        ("axis1", axis1),
        ("axis2", axis2));
}
