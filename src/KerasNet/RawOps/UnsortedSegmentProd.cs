using System.Numerics.Tensors;
using KerasNet.Backends.Managed;
using KerasNet.Graphs;

namespace KerasNet;

internal static partial class RawOps
{
    public static Tensor UnsortedSegmentProd(Tensor data, Tensor ids, Tensor num) => Op<UnsortedSegmentProdOp>.Instance.Call1([data, ids, num]);
}

/// <summary>Products of the rows with the same number, element by element; 1 where a number has no row.</summary>
internal sealed class UnsortedSegmentProdOp : UnsortedSegmentOp
{
    public override string Name => "UnsortedSegmentProd";

    // The product of the others: where one of them is zero, it is the product of those that are not zero, for that one alone.
    public override Tensor?[] Gradient(Node node, Tensor?[] dy)
    {
        var (data, ids, num) = (node.Inputs[0], node.Inputs[1], node.Inputs[2]);
        var (zero, one) = (RawOps.Scalar(0, data.DType), RawOps.Scalar(1, data.DType));
        var isZero = RawOps.Equal(data, zero);
        var others = RawOps.SelectV2(isZero, one, data);
        var zeros = RawOps.UnsortedSegmentSum(RawOps.Cast(isZero, data.DType), ids, num);
        var rest = RawOps.UnsortedSegmentProd(others, ids, num);
        var ofZero = Spread(RawOps.SelectV2(RawOps.Equal(zeros, one), RawOps.Mul(dy[0]!, rest), zero), ids, data.Rank);
        var ofOther = RawOps.RealDiv(Spread(RawOps.Mul(dy[0]!, node.Outputs[0]), ids, data.Rank), others);
        return [RawOps.SelectV2(isZero, ofZero, ofOther), null, null];
    }

    protected override void Compute<T>(Kernel kernel) => JoinRows(kernel, T.One, TensorPrimitives.Multiply);
}
