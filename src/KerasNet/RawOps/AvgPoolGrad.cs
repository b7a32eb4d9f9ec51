using KerasNet.Graphs;

namespace KerasNet;

internal static partial class RawOps
{
    public static Tensor AvgPoolGrad(Tensor inputSizes, Tensor dy, int[] ksize, int[] strides, string padding, string dataFormat = "NHWC") =>
        Op<AvgPoolGradOp>.Instance.Call1([inputSizes, dy], PoolOp.Attributes(ksize, strides, padding, dataFormat));
}

/// <summary>Gradient of average pooling of images.</summary>
internal sealed class AvgPoolGradOp : AvgPoolGradientOp
{
    public override string Name => "AvgPoolGrad";

    protected override int SpatialRank => 2;

    protected override OpDefinition ForwardOp => Op<AvgPoolOp>.Instance;
}
