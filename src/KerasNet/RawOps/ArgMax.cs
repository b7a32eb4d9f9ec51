using KerasNet.Graphs;

namespace KerasNet;

internal static partial class RawOps
{
    /// <summary>Positions as int32, as Keras has them.</summary>
    public static Tensor ArgMax(Tensor x, int axis) => Op<ArgMaxOp>.Instance.Call1([x, Scalar(axis)], ("output_type", DataType.Int32));
}

/// <summary>Position of the greatest element along an axis; of equal ones the first.</summary>
internal sealed class ArgMaxOp : ArgumentOp
{
    public override string Name => "ArgMax";

    protected override bool Greatest => true;
}
