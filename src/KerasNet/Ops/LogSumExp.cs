namespace KerasNet;

public static partial class Ops
{
    /// <summary>log Σ exp(x) without overflow, over one axis or all.</summary>
    /// <remarks>Python: <c>keras.ops.logsumexp</c>.</remarks>
    public static Tensor LogSumExp(Tensor x, int? axis = null, bool keepdims = false) => Reduce("Logsumexp", x, axis, keepdims, LogOfSum);

    /// <summary>log Σ exp(x) without overflow, over several axes.</summary>
    /// <remarks>Python: <c>keras.ops.logsumexp</c>.</remarks>
    public static Tensor LogSumExp(Tensor x, int[]? axis, bool keepdims = false) => Reduce("Logsumexp", x, axis, keepdims, LogOfSum);

    private static Tensor LogOfSum(Tensor x, Tensor axes, bool keepDims)
    {
        var max = RawOps.StopGradient(RawOps.Max(x, axes, keepDims: true));
        var shift = RawOps.SelectV2(RawOps.IsFinite(max), max, RawOps.ZerosLike(max));
        var log = RawOps.Log(RawOps.Sum(RawOps.Exp(RawOps.Sub(x, shift)), axes, keepDims: true));
        var sum = RawOps.AddV2(log, shift);
        return keepDims || sum.Rank == 0 ? sum : RawOps.Squeeze(sum, NumberReader.Ints(axes));
    }
}
