using KerasNet.Graphs;

namespace KerasNet;

internal static partial class RawOps
{
    /// <summary>Positions as int32, as Keras has them.</summary>
    public static Tensor ArgMin(Tensor x, int axis) => Op<ArgMinOp>.Instance.Call1([x, Scalar(axis)], ("output_type", DataType.Int32));
}

/// <summary>Position of the smallest element along an axis; of equal ones the first.</summary>
internal sealed class ArgMinOp : ArgumentOp
{
    public override string Name => "ArgMin";

    protected override bool Greatest => false;
}
