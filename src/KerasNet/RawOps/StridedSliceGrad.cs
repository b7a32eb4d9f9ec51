using KerasNet.Backends.Managed;
using KerasNet.Graphs;

namespace KerasNet;

internal static partial class RawOps
{
    /// <summary>Puts <paramref name="dy"/> where a strided slice took it from, zeros elsewhere.</summary>
    public static Tensor StridedSliceGrad(Tensor shape, Tensor begin, Tensor end, Tensor strides, Tensor dy, SliceMasks masks, TensorShape known) => Op<StridedSliceGradOp>.Instance.Call1(
        [shape, begin, end, strides, dy],
        ("begin_mask", masks.Begin), ("end_mask", masks.End), ("ellipsis_mask", masks.Ellipsis), ("new_axis_mask", masks.NewAxis), ("shrink_axis_mask", masks.ShrinkAxis), ("known", known));
}

/// <summary>The way back of a strided slice.</summary>
internal sealed class StridedSliceGradOp : OpDefinition
{
    public override string Name => "StridedSliceGrad";

    public override bool IsHostAttribute(string name) => name == "known";

    public override TensorSpec[] Infer(Node node) => [new(node.Inputs[4].DType, node.Attr<TensorShape>("known"))];

    public override Tensor?[] Gradient(Node node, Tensor?[] dy) =>
        [null, null, null, null, RawOps.StridedSlice(dy[0]!, node.Inputs[1], node.Inputs[2], node.Inputs[3], SliceMasks.Of(node))];

    public override void Run(Kernel kernel)
    {
        var (shape, dy) = (new TensorShape(NumberReader.Ints(kernel.Input(0))), kernel.Input(4));
        var plan = StridedSlicePlan.Of(kernel.Node, shape, NumberReader.Ints(kernel.Input(1)), NumberReader.Ints(kernel.Input(2)), NumberReader.Ints(kernel.Input(3)));
        var y = kernel.Allocate(0, shape);
        y.WritableBytes().Clear();
        var (offset, steps) = StridedSliceOp.Walk(plan, shape);
        StridedCopy.Run(plan.Count, dy, 0, StridedCopy.Steps(new TensorShape(plan.Count)), y, offset, steps);
    }
}
