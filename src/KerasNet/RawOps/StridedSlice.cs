using KerasNet.Backends.Managed;
using KerasNet.Graphs;

namespace KerasNet;

internal static partial class RawOps
{
    /// <summary>Python's indexing; bit i of a mask says what number i of begin, end and strides means.</summary>
    public static Tensor StridedSlice(Tensor x, Tensor begin, Tensor end, Tensor strides, SliceMasks masks) => Op<StridedSliceOp>.Instance.Call1(
        [x, begin, end, strides],
        ("begin_mask", masks.Begin), ("end_mask", masks.End), ("ellipsis_mask", masks.Ellipsis), ("new_axis_mask", masks.NewAxis), ("shrink_axis_mask", masks.ShrinkAxis));

    /// <summary>One position of the first axis, which is dropped: <c>x[index]</c>.</summary>
    public static Tensor StridedSlice(Tensor x, int index) =>
        StridedSlice(x, Constant(index), Constant(index + 1), Constant(1), new SliceMasks { ShrinkAxis = 1, End = index == -1 ? 1 : 0 });
}

/// <summary>Python's indexing of tensors: ranges with steps, positions, new axes and an ellipsis.</summary>
internal sealed class StridedSliceOp : OpDefinition
{
    public override string Name => "StridedSlice";

    public override TensorSpec[] Infer(Node node)
    {
        var strides = node.ConstantInts(3) ?? throw node.Error("the steps must be constants.");
        return [new(node.Inputs[0].DType, StridedSlicePlan.Of(node, node.Inputs[0].Shape, node.ConstantInts(1), node.ConstantInts(2), strides).Result)];
    }

    public override Tensor?[] Gradient(Node node, Tensor?[] dy)
    {
        var x = node.Inputs[0];
        return [RawOps.StridedSliceGrad(RawOps.Shape(x), node.Inputs[1], node.Inputs[2], node.Inputs[3], dy[0]!, SliceMasks.Of(node), x.Shape), null, null, null];
    }

    public override void Run(Kernel kernel)
    {
        var x = kernel.Input(0);
        var plan = StridedSlicePlan.Of(kernel.Node, x.Shape, NumberReader.Ints(kernel.Input(1)), NumberReader.Ints(kernel.Input(2)), NumberReader.Ints(kernel.Input(3)));
        var y = kernel.Allocate(0, plan.Result);
        var (offset, steps) = Walk(plan, x.Shape);
        StridedCopy.Run(plan.Count, x, offset, steps, y, 0, StridedCopy.Steps(new TensorShape(plan.Count)));
    }

    /// <summary>The elements of a vector whose values are known in part.</summary>
    public static int[]? Apply(Node node, int[] values)
    {
        if (node.ConstantInts(1) is not { } begin || node.ConstantInts(2) is not { } end || node.ConstantInts(3) is not { } strides)
        {
            return null;
        }

        var plan = StridedSlicePlan.Of(node, values.Length, begin, end, strides);
        return [.. Enumerable.Range(0, plan.Count[0]).Select(i => values[plan.Begin[0] + (i * plan.Step[0])])];
    }

    public static (long Offset, long[] Steps) Walk(StridedSlicePlan plan, TensorShape x)
    {
        var steps = StridedCopy.Steps(x);
        var offset = 0L;
        for (var i = 0; i < steps.Length; i++)
        {
            offset += plan.Begin[i] * steps[i];
            steps[i] *= plan.Step[i];
        }

        return (offset, steps);
    }
}
