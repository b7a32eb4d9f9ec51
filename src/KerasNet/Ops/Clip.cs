namespace KerasNet;

public static partial class Ops
{
    /// <summary>Limits elements to the range from <paramref name="xMin"/> to <paramref name="xMax"/>.</summary>
    /// <remarks>Python: <c>keras.ops.clip</c>.</remarks>
    public static Tensor Clip(Tensor x, Tensor xMin, Tensor xMax) => xMin.IsKeras || xMax.IsKeras
        ? Run("Clip", [x, xMin, xMax], t => Clipped(BoolToInt(t[0]), t[1], t[2]))
        : Run("Clip", x, t => Clipped(BoolToInt(t), xMin, xMax), ("x_min", NumberOf(xMin)), ("x_max", NumberOf(xMax)));

    private static Tensor Clipped(Tensor x, Tensor low, Tensor high)
    {
        (low, high) = (RawOps.Cast(low, x.DType), RawOps.Cast(high, x.DType));
        return low.Rank == 0 && high.Rank == 0
            ? RawOps.ClipByValue(x, low, high)
            : RawOps.Maximum(RawOps.Minimum(x, high), low);
    }

    /// <summary>A limit as it stands in a model's file: a number where it is one.</summary>
    private static object? NumberOf(Tensor limit) =>
        !limit.IsConcrete || limit.Size != 1 ? limit : limit.DType.IsFloating() ? limit.ToDouble() : (long)limit.ToDouble();
}
