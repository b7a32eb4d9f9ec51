using KerasNet.Graphs;

namespace KerasNet;

internal static partial class RawOps
{
    public static Tensor MaxPool3DGradGrad(Tensor x, Tensor y, Tensor ddx, int[] ksize, int[] strides, string padding, string dataFormat = "NDHWC") =>
        Op<MaxPool3DGradGradOp>.Instance.Call1([x, y, ddx], PoolOp.Attributes(ksize, strides, padding, dataFormat));
}

/// <summary>Gradient of the gradient of maximum pooling of volumes.</summary>
internal sealed class MaxPool3DGradGradOp : MaxPoolSecondOp
{
    public override string Name => "MaxPool3DGradGrad";

    protected override int SpatialRank => 3;

    protected override bool All => true;

    protected override OpDefinition GradientOp => Op<MaxPool3DGradOp>.Instance;
}
