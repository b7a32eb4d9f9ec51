using KerasNet.Backends.Managed;
using KerasNet.Graphs;

namespace KerasNet;

internal static partial class RawOps
{
    /// <summary>A number around a tensor: a pair (before, after) for each axis.</summary>
    public static Tensor PadV2(Tensor x, Tensor paddings, Tensor value) => Op<PadV2Op>.Instance.Call1([x, paddings, value]);
}

/// <summary>A number around a tensor.</summary>
internal sealed class PadV2Op : PaddingOp
{
    public override string Name => "PadV2";

    public override Tensor?[] Gradient(Node node, Tensor?[] dy)
    {
        var inner = Inner(node, dy[0]!);
        var all = RawOps.Constant([.. Enumerable.Range(0, node.Inputs[0].Rank)]);
        return [inner, null, RawOps.Sub(RawOps.Sum(dy[0]!, all), RawOps.Sum(inner, all))];
    }

    public override void Run(Kernel kernel)
    {
        var y = kernel.Allocate(0, Padded(kernel.Node, kernel.Input(0).Shape, Pairs(kernel.Input(1))));
        StridedCopy.Run(y.Shape.Dims, kernel.Input(2), 0, new long[y.Rank], y, 0, StridedCopy.Steps(y.Shape));
        Place(kernel.Input(0), y, Pairs(kernel.Input(1)));
    }
}
