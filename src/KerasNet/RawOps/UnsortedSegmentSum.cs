using System.Numerics.Tensors;
using KerasNet.Backends.Managed;
using KerasNet.Graphs;

namespace KerasNet;

internal static partial class RawOps
{
    public static Tensor UnsortedSegmentSum(Tensor data, Tensor ids, Tensor num) => Op<UnsortedSegmentSumOp>.Instance.Call1([data, ids, num]);
}

/// <summary>Sums of the rows with the same number.</summary>
internal sealed class UnsortedSegmentSumOp : UnsortedSegmentOp
{
    public override string Name => "UnsortedSegmentSum";

    public override Tensor?[] Gradient(Node node, Tensor?[] dy) => [Spread(dy[0]!, node.Inputs[1], node.Inputs[0].Rank), null, null];

    protected override void Compute<T>(Kernel kernel) => JoinRows(kernel, T.Zero, TensorPrimitives.Add);
}
