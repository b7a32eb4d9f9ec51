namespace KerasNet;

public static partial class Ops
{
    /// <summary>Drops an axis of size 1; all of them when none is given.</summary>
    /// <remarks>Python: <c>keras.ops.squeeze</c>.</remarks>
    /// <exception cref="ArgumentException">The axis has another size.</exception>
    public static Tensor Squeeze(Tensor x, int? axis = null) => Run("Squeeze", x, t => axis is { } a ? RawOps.Squeeze(t, a) : RawOps.Squeeze(t), ("axis", axis));

    /// <summary>Drops axes of size 1.</summary>
    public static Tensor Squeeze(Tensor x, int[] axis) => Run("Squeeze", x, t => axis.Length == 0 ? t : RawOps.Squeeze(t, axis), ("axis", axis));
}
