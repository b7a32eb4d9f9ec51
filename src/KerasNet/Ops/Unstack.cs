namespace KerasNet;

public static partial class Ops
{
    /// <summary>The slices along an axis, which is dropped.</summary>
    /// <remarks>Python: <c>keras.ops.unstack</c>.</remarks>
    /// <param name="x">What is taken apart.</param>
    /// <param name="num">Number of slices; needed only when the axis has an unknown size.</param>
    /// <param name="axis">The axis.</param>
    public static Tensors Unstack(Tensor x, int? num = null, int axis = 0) => RunMany(
        "Unstack",
        [x],
        t => RawOps.Unpack(t[0], num ?? Known(t[0], axis, "Give num."), axis),
        ("num", num),
        ("axis", axis));

    private static int Known(Tensor x, int axis, string fix) => x.Shape[x.Shape.Axis(axis)] is >= 0 and var size
        ? size
        : throw new ArgumentException($"Axis {axis} of shape {x.Shape} has an unknown size. {fix}");
}
