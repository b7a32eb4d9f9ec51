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

    protected override unsafe void Compute<T>(Kernel kernel)
    {
        var (data, ids) = (kernel.Input(0), kernel.Input(1));
        var (y, rows, size) = Prepare<T>(kernel);
        if (ids.DType == DataType.Int32)
        {
            Scatter.SegmentSum((T*)data.Pointer, (int*)ids.Pointer, rows, size, y.Shape[0], (T*)y.Pointer);
        }
        else
        {
            Scatter.SegmentSum((T*)data.Pointer, (long*)ids.Pointer, rows, size, y.Shape[0], (T*)y.Pointer);
        }
    }
}
