namespace KerasNet;

public static partial class Ops
{
    /// <summary>The axes in another order; reversed when none is given.</summary>
    /// <remarks>Python: <c>keras.ops.transpose</c>.</remarks>
    /// <exception cref="ArgumentException"><paramref name="axes"/> is not a permutation.</exception>
    public static Tensor Transpose(Tensor x, int[]? axes = null) => Run(
        "Transpose",
        x,
        t => RawOps.Transpose(t, axes is null ? [.. Enumerable.Range(0, t.Rank).Reverse()] : [.. axes.Select(t.Shape.Axis)]),
        ("axes", axes));
}
