using KerasNet.Graphs;

namespace KerasNet;

internal static partial class RawOps
{
    public static Tensor AvgPool(Tensor x, int[] ksize, int[] strides, string padding, string dataFormat = "NHWC") =>
        Op<AvgPoolOp>.Instance.Call1([x], PoolOp.Attributes(ksize, strides, padding, dataFormat));
}

/// <summary>Average pooling of images.</summary>
internal sealed class AvgPoolOp : AvgPoolForwardOp
{
    public override string Name => "AvgPool";

    protected override int SpatialRank => 2;

    protected override OpDefinition GradientOp => Op<AvgPoolGradOp>.Instance;
}
