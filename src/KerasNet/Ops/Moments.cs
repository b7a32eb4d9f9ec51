namespace KerasNet;

public static partial class Ops
{
    /// <summary>Mean and variance along axes.</summary>
    /// <remarks>Python: <c>keras.ops.moments</c>. 16-bit floats are computed in float32.</remarks>
    public static (Tensor Mean, Tensor Variance) Moments(Tensor x, int[] axes, bool keepdims = false)
    {
        var both = RunMany("Moments", [x], t =>
        {
            var (mean, variance) = MomentsOf(t[0], Axes(t[0], axes), keepdims);
            return [mean, variance];
        }, ("axes", axes), ("keepdims", keepdims), ("synchronized", false));
        return (both[0], both[1]);
    }

    /// <summary>Mean and variance over one axis.</summary>
    /// <remarks>Python: <c>keras.ops.moments</c>.</remarks>
    public static (Tensor Mean, Tensor Variance) Moments(Tensor x, int axes, bool keepdims = false) => Moments(x, [axes], keepdims);

    private static (Tensor Mean, Tensor Variance) MomentsOf(Tensor x, Tensor axes, bool keepdims)
    {
        var wide = x.DType is DataType.Float16 or DataType.BFloat16 ? RawOps.Cast(x, DataType.Float32) : x;
        var mean = RawOps.Mean(wide, axes, keepDims: true);

        // The variance changes with the mean by nothing: no gradient need flow there.
        var variance = RawOps.Mean(RawOps.SquaredDifference(wide, RawOps.StopGradient(mean)), axes, keepdims);
        mean = keepdims ? mean : RawOps.Squeeze(mean, NumberReader.Ints(axes));
        return wide == x ? (mean, variance) : (Limited(mean, x), Limited(variance, x));
    }

    /// <summary>A 16-bit float again, without infinities.</summary>
    private static Tensor Limited(Tensor wide, Tensor like) => RawOps.Cast(RawOps.ClipByValue(wide, Number(-65504, wide), Number(65504, wide)), like.DType);
}
