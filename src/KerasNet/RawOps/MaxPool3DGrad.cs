using KerasNet.Graphs;

namespace KerasNet;

internal static partial class RawOps
{
    public static Tensor MaxPool3DGrad(Tensor x, Tensor y, Tensor dy, int[] ksize, int[] strides, string padding, string dataFormat = "NDHWC") =>
        Op<MaxPool3DGradOp>.Instance.Call1([x, y, dy], PoolOp.Attributes(ksize, strides, padding, dataFormat));
}

/// <summary>Gradient of maximum pooling of volumes.</summary>
internal sealed class MaxPool3DGradOp : MaxPoolGradientOp
{
    public override string Name => "MaxPool3DGrad";

    protected override int SpatialRank => 3;

    protected override bool All => true;

    protected override OpDefinition GradientOp => Op<MaxPool3DGradGradOp>.Instance;
}
