namespace KerasNet;

public static partial class Ops
{
    /// <summary>Moves elements along an axis, in a circle; along the flattened tensor when none is given.</summary>
    /// <remarks>Python: <c>keras.ops.roll</c>.</remarks>
    public static Tensor Roll(Tensor x, int shift, int? axis = null) => Run(
        "Roll",
        x,
        t => axis is { } a
            ? RawOps.Roll(t, RawOps.Constant(shift), RawOps.Constant(a))
            : RawOps.Reshape(RawOps.Roll(RawOps.Reshape(t, RawOps.Constant(-1)), RawOps.Constant(shift), RawOps.Constant(0)), RawOps.Shape(t), t.Shape),
        ("shift", shift),
        ("axis", axis));

    /// <summary>Moves elements along several axes, in a circle.</summary>
    public static Tensor Roll(Tensor x, int[] shift, int[] axis) => Run("Roll", x, t => RawOps.Roll(t, RawOps.Constant(shift), RawOps.Constant(axis)), ("shift", shift), ("axis", axis));
}
