using KerasNet.Graphs;

namespace KerasNet;

internal static partial class RawOps
{
    public static Tensor MaxPool(Tensor x, int[] ksize, int[] strides, string padding, string dataFormat = "NHWC") =>
        Op<MaxPoolOp>.Instance.Call1([x], PoolOp.Attributes(ksize, strides, padding, dataFormat));
}

/// <summary>Maximum pooling of images.</summary>
internal sealed class MaxPoolOp : MaxPoolForwardOp
{
    public override string Name => "MaxPool";

    protected override int SpatialRank => 2;

    protected override OpDefinition GradientOp => Op<MaxPoolGradOp>.Instance;
}
