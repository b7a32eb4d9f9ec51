using KerasNet.Graphs;

namespace KerasNet;

internal static partial class RawOps
{
    public static Tensor AvgPool3DGrad(Tensor inputSizes, Tensor dy, int[] ksize, int[] strides, string padding, string dataFormat = "NDHWC") =>
        Op<AvgPool3DGradOp>.Instance.Call1([inputSizes, dy], PoolOp.Attributes(ksize, strides, padding, dataFormat));
}

/// <summary>Gradient of average pooling of volumes.</summary>
internal sealed class AvgPool3DGradOp : AvgPoolGradientOp
{
    public override string Name => "AvgPool3DGrad";

    protected override int SpatialRank => 3;

    protected override OpDefinition ForwardOp => Op<AvgPool3DOp>.Instance;
}
