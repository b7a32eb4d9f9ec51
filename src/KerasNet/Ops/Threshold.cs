namespace KerasNet;

public static partial class Ops
{
    /// <summary>Elements above the threshold, else <paramref name="defaultValue"/>.</summary>
    /// <remarks>Python: <c>keras.ops.threshold</c>.</remarks>
    public static Tensor Threshold(Tensor x, double threshold, double defaultValue) => Run("Threshold", x, t =>
        RawOps.SelectV2(RawOps.Greater(t, Number(threshold, t)), t, Number(defaultValue, t)), ("threshold", threshold), ("default_value", defaultValue));
}
