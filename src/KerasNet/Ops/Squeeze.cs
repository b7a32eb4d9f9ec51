namespace KerasNet;

public static partial class Ops
{
    /// <summary>Drops an axis of size 1; all of them when none is given.</summary>
    /// <remarks>Python: <c>keras.ops.squeeze</c>.</remarks>
    /// <exception cref="ArgumentException">The axis has another size.</exception>
    public static Tensor Squeeze(Tensor x, int? axis = null)
    {
        if (axis is { } given && x.IsKeras && x.Shape[x.Shape.Axis(given)] != 1)
        {
            throw new ArgumentException($"Cannot squeeze axis {given}, because the dimension is not 1. Received: x.shape={x.Shape}", nameof(axis));
        }

        return Run("Squeeze", x, t => axis is { } a ? RawOps.Squeeze(t, a) : Squeezed(t), ("axis", axis));
    }

    /// <summary>Axes that surely have size 1 go; one whose size is unknown stays.</summary>
    private static Tensor Squeezed(Tensor x)
    {
        int[] axes = [.. Enumerable.Range(0, x.Rank).Where(i => x.Shape[i] == 1)];
        return axes.Length == 0 ? x : RawOps.Squeeze(x, axes);
    }

    /// <summary>Drops axes of size 1.</summary>
    public static Tensor Squeeze(Tensor x, int[] axis) => Run("Squeeze", x, t => axis.Length == 0 ? t : RawOps.Squeeze(t, axis), ("axis", axis));
}
