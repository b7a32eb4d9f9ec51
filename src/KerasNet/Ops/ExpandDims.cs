namespace KerasNet;

public static partial class Ops
{
    /// <summary>Inserts an axis of size 1 before position <paramref name="axis"/> of the result.</summary>
    /// <remarks>Python: <c>keras.ops.expand_dims</c>.</remarks>
    public static Tensor ExpandDims(Tensor x, int axis) => Run("ExpandDims", x, t => RawOps.ExpandDims(t, axis), ("axis", axis));

    /// <summary>Inserts axes of size 1 at positions of the result.</summary>
    public static Tensor ExpandDims(Tensor x, int[] axis) => Run(
        "ExpandDims",
        x,
        t => axis.Select(a => a < 0 ? a + t.Rank + axis.Length : a).Order().Aggregate(t, RawOps.ExpandDims),
        ("axis", axis));
}
