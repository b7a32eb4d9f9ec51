using KerasNet.Graphs;

namespace KerasNet;

internal static partial class RawOps
{
    public static Tensor Cumprod(Tensor x, int axis, bool exclusive = false, bool reverse = false) =>
        Op<CumprodOp>.Instance.Call1([x, Scalar(axis)], ("exclusive", exclusive), ("reverse", reverse));
}

/// <summary>Running products along an axis. As in TensorFlow the gradient by an element that is 0 is 0.</summary>
internal sealed class CumprodOp : CumulativeOp
{
    public override string Name => "Cumprod";

    public override Tensor?[] Gradient(Node node, Tensor?[] dy)
    {
        var x = node.Inputs[0];
        var weighted = RawOps.Mul(node.Outputs[0], dy[0]!);
        var sums = RawOps.Cumsum(weighted, Axis(node, x.Shape), node.Attr("exclusive", false), !node.Attr("reverse", false));
        return [RawOps.DivNoNan(sums, x), null];
    }

    protected override bool Multiplies => true;
}
