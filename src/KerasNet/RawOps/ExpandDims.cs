using KerasNet.Backends.Managed;
using KerasNet.Graphs;

namespace KerasNet;

internal static partial class RawOps
{
    public static Tensor ExpandDims(Tensor x, int axis) => Op<ExpandDimsOp>.Instance.Call1([x, Scalar(axis)]);
}

/// <summary>Inserts an axis of size 1.</summary>
internal sealed class ExpandDimsOp : OpDefinition
{
    public override string Name => "ExpandDims";

    public override bool Aliases => true;

    public override TensorSpec[] Infer(Node node)
    {
        var x = node.Inputs[0];
        return [new(x.DType, Expand(node, x.Shape))];
    }

    public override Tensor?[] Gradient(Node node, Tensor?[] dy)
    {
        var x = node.Inputs[0];
        return [RawOps.Reshape(dy[0]!, RawOps.Shape(x), x.Shape), null];
    }

    public override void Run(Kernel kernel) => kernel.Alias(0, kernel.Input(0).View(Expand(kernel.Node, kernel.Input(0).Shape)));

    private static TensorShape Expand(Node node, TensorShape x)
    {
        var axis = node.ConstantInts(1) is [var a] ? a : throw node.Error("the axis must be a constant.");
        return axis >= -x.Rank - 1 && axis <= x.Rank
            ? x.Insert(axis < 0 ? axis + x.Rank + 1 : axis, 1)
            : throw node.Error($"axis {axis} is out of range for shape {x}. Expected {-x.Rank - 1} to {x.Rank}.");
    }
}
