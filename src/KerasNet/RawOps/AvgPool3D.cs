using KerasNet.Graphs;

namespace KerasNet;

internal static partial class RawOps
{
    public static Tensor AvgPool3D(Tensor x, int[] ksize, int[] strides, string padding, string dataFormat = "NDHWC") =>
        Op<AvgPool3DOp>.Instance.Call1([x], PoolOp.Attributes(ksize, strides, padding, dataFormat));
}

/// <summary>Average pooling of volumes.</summary>
internal sealed class AvgPool3DOp : AvgPoolForwardOp
{
    public override string Name => "AvgPool3D";

    protected override int SpatialRank => 3;

    protected override OpDefinition GradientOp => Op<AvgPool3DGradOp>.Instance;
}
