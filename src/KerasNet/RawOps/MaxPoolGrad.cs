using KerasNet.Graphs;

namespace KerasNet;

internal static partial class RawOps
{
    public static Tensor MaxPoolGrad(Tensor x, Tensor y, Tensor dy, int[] ksize, int[] strides, string padding, string dataFormat = "NHWC") =>
        Op<MaxPoolGradOp>.Instance.Call1([x, y, dy], PoolOp.Attributes(ksize, strides, padding, dataFormat));
}

/// <summary>Gradient of maximum pooling of images.</summary>
internal sealed class MaxPoolGradOp : MaxPoolGradientOp
{
    public override string Name => "MaxPoolGrad";

    protected override int SpatialRank => 2;

    protected override bool All => false;

    protected override OpDefinition GradientOp => Op<MaxPoolGradGradOp>.Instance;
}
