using KerasNet.Graphs;

namespace KerasNet;

internal static partial class RawOps
{
    public static Tensor MaxPoolGradGrad(Tensor x, Tensor y, Tensor ddx, int[] ksize, int[] strides, string padding, string dataFormat = "NHWC") =>
        Op<MaxPoolGradGradOp>.Instance.Call1([x, y, ddx], PoolOp.Attributes(ksize, strides, padding, dataFormat));
}

/// <summary>Gradient of the gradient of maximum pooling of images.</summary>
internal sealed class MaxPoolGradGradOp : MaxPoolSecondOp
{
    public override string Name => "MaxPoolGradGrad";

    protected override int SpatialRank => 2;

    protected override bool All => false;

    protected override OpDefinition GradientOp => Op<MaxPoolGradOp>.Instance;
}
