using KerasNet.Graphs;

namespace KerasNet;

internal static partial class RawOps
{
    public static Tensor Cumsum(Tensor x, int axis, bool exclusive = false, bool reverse = false) =>
        Op<CumsumOp>.Instance.Call1([x, Scalar(axis)], ("exclusive", exclusive), ("reverse", reverse));
}

/// <summary>Running sums along an axis.</summary>
internal sealed class CumsumOp : CumulativeOp
{
    public override string Name => "Cumsum";

    public override Tensor?[] Gradient(Node node, Tensor?[] dy) =>
        [RawOps.Cumsum(dy[0]!, Axis(node, node.Inputs[0].Shape), node.Attr("exclusive", false), !node.Attr("reverse", false)), null];

    protected override bool Multiplies => false;
}
