namespace KerasNet;

public static partial class Ops
{
    /// <summary>How many elements are not 0, over one axis or all.</summary>
    /// <remarks>Python: <c>keras.ops.count_nonzero</c>.</remarks>
    public static Tensor CountNonzero(Tensor x, int? axis = null) => CountNonzero(x, axis is { } a ? [a] : null, axis);

    /// <summary>How many elements are not 0, over several axes.</summary>
    /// <remarks>Python: <c>keras.ops.count_nonzero</c>.</remarks>
    public static Tensor CountNonzero(Tensor x, int[]? axis) => CountNonzero(x, axis, axis);

    private static Tensor CountNonzero(Tensor x, int[]? axes, object? config) => Run(
        "CountNonzero", x, t => RawOps.Sum(RawOps.Cast(RawOps.Cast(t, DataType.Bool), DataType.Int32), Axes(t, axes), false), ("axis", config));
}
