namespace KerasNet;

public static partial class Ops
{
    /// <summary>Elements brought nearer to 0 by the threshold; 0 where they are within it.</summary>
    /// <remarks>Python: <c>keras.ops.soft_shrink</c>.</remarks>
    public static Tensor SoftShrink(Tensor x, double threshold = 0.5) => Run("SoftShrink", x, t => RawOps.SelectV2(
        RawOps.Greater(t, Number(threshold, t)), RawOps.Sub(t, Number(threshold, t)),
        RawOps.SelectV2(RawOps.Less(t, Number(-threshold, t)), RawOps.AddV2(t, Number(threshold, t)), Number(0, t))), ("threshold", threshold));
}
