using KerasNet.Graphs;

namespace KerasNet;

internal static partial class RawOps
{
    public static Tensor MaxPool3D(Tensor x, int[] ksize, int[] strides, string padding, string dataFormat = "NDHWC") =>
        Op<MaxPool3DOp>.Instance.Call1([x], PoolOp.Attributes(ksize, strides, padding, dataFormat));
}

/// <summary>Maximum pooling of volumes.</summary>
internal sealed class MaxPool3DOp : MaxPoolForwardOp
{
    public override string Name => "MaxPool3D";

    protected override int SpatialRank => 3;

    protected override OpDefinition GradientOp => Op<MaxPool3DGradOp>.Instance;
}
