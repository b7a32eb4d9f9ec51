using KerasNet.Backends.Managed;
using KerasNet.Graphs;

namespace KerasNet;

internal static partial class RawOps
{
    /// <summary>The tensor's own mirror image around it; <paramref name="mode"/> is REFLECT (without the edge) or SYMMETRIC (with it).</summary>
    public static Tensor MirrorPad(Tensor x, Tensor paddings, string mode) => Op<MirrorPadOp>.Instance.Call1([x, paddings], ("mode", mode));
}

/// <summary>A tensor's own mirror image around it.</summary>
internal sealed class MirrorPadOp : PaddingOp
{
    public override string Name => "MirrorPad";

    public override TensorSpec[] Infer(Node node)
    {
        if (node.Inputs[1].IsConcrete)
        {
            Check(node, node.Inputs[0].Shape, Pairs(node.Inputs[1]));
        }

        return base.Infer(node);
    }

    public override Tensor?[] Gradient(Node node, Tensor?[] dy) => [RawOps.MirrorPadGrad(dy[0]!, node.Inputs[1], node.Attr<string>("mode"), node.Inputs[0].Shape), null];

    public override void Run(Kernel kernel)
    {
        var (x, pairs) = (kernel.Input(0), Pairs(kernel.Input(1)));
        Check(kernel.Node, x.Shape, pairs);
        var y = kernel.Allocate(0, Padded(kernel.Node, x.Shape, pairs));
        Place(x, y, pairs);

        // Axis by axis: what is wrong beside a later axis's middle is overwritten when that axis comes.
        var steps = StridedCopy.Steps(y.Shape);
        var edge = Edge(kernel.Node);
        for (var axis = 0; axis < x.Rank; axis++)
        {
            var (before, after) = pairs[axis];
            var back = (long[])steps.Clone();
            back[axis] = -back[axis];
            var last = before + x.Shape[axis] - 1;
            StridedCopy.Run(y.Shape.With(axis, before).Dims, y, (before + edge) * steps[axis], steps, y, (before - 1) * steps[axis], back);
            StridedCopy.Run(y.Shape.With(axis, after).Dims, y, (last - edge) * steps[axis], back, y, (last + 1) * steps[axis], steps);
        }
    }

    /// <summary>1 when the edge is not repeated.</summary>
    public static int Edge(Node node) => node.Attr<string>("mode") switch
    {
        "REFLECT" => 1,
        "SYMMETRIC" => 0,
        var other => throw node.Error($"mode must be REFLECT or SYMMETRIC. Received: {other}."),
    };

    private static void Check(Node node, TensorShape x, (int Before, int After)[] pairs)
    {
        for (var i = 0; i < pairs.Length && i < x.Rank; i++)
        {
            if (x[i] >= 0 && Math.Max(pairs[i].Before, pairs[i].After) > x[i] - Edge(node))
            {
                throw node.Error($"paddings must be less than the dimension size: {pairs[i].Before}, {pairs[i].After} not less than {x[i]}");
            }
        }
    }
}
