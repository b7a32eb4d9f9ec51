namespace KerasNet;

public static partial class Ops
{
    /// <summary>Elements further from 0 than the threshold, else 0.</summary>
    /// <remarks>Python: <c>keras.ops.hard_shrink</c>.</remarks>
    public static Tensor HardShrink(Tensor x, double threshold = 0.5) => Run("HardShrink", x, t =>
        RawOps.SelectV2(RawOps.Greater(RawOps.Abs(t), Number(threshold, t)), t, Number(0, t)), ("threshold", threshold));
}
