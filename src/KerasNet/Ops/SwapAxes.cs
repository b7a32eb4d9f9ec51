namespace KerasNet;

public static partial class Ops
{
    /// <summary>Two axes in each other's place.</summary>
    /// <remarks>Python: <c>keras.ops.swapaxes</c>.</remarks>
    public static Tensor SwapAxes(Tensor x, int axis1, int axis2) => Run(
        "Swapaxes",
        x,
        t =>
        {
            int[] order = [.. Enumerable.Range(0, t.Rank)];
            var (a, b) = (t.Shape.Axis(axis1), t.Shape.Axis(axis2));
            (order[a], order[b]) = (b, a);
            return RawOps.Transpose(t, order);
        },
        ("axis1", axis1),
        ("axis2", axis2));
}
