namespace KerasNet;

public static partial class Ops
{
    /// <summary>An axis backwards; all of them when none is given.</summary>
    /// <remarks>Python: <c>keras.ops.flip</c>.</remarks>
    public static Tensor Flip(Tensor x, int? axis = null) =>
        Run("Flip", x, t => axis is { } a ? RawOps.ReverseV2(t, t.Shape.Axis(a)) : RawOps.ReverseV2(t, [.. Enumerable.Range(0, t.Rank)]), ("axis", axis));

    /// <summary>Axes backwards.</summary>
    public static Tensor Flip(Tensor x, int[] axis) => Run("Flip", x, t => RawOps.ReverseV2(t, [.. axis.Select(t.Shape.Axis)]), ("axis", axis));
}
