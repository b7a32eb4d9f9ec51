using KerasNet.Backends.Managed;
using KerasNet.Graphs;

namespace KerasNet;

internal static partial class RawOps
{
    /// <summary>The <paramref name="num"/> slices along an axis, which is dropped.</summary>
    public static Tensor[] Unpack(Tensor x, int num, int axis = 0) => Op<UnpackOp>.Instance.Call([x], ("num", num), ("axis", axis));
}

/// <summary>The slices along an axis, which is dropped.</summary>
internal sealed class UnpackOp : OpDefinition
{
    public override string Name => "Unpack";

    public override TensorSpec[] Infer(Node node)
    {
        var x = node.Inputs[0];
        var (num, axis) = (node.Attr<int>("num"), x.Shape.Axis(node.Attr("axis", 0)));
        return x.Shape[axis] == num || x.Shape[axis] < 0
            ? [.. Enumerable.Repeat(new TensorSpec(x.DType, x.Shape.Remove(axis)), num)]
            : throw node.Error($"axis {axis} of shape {x.Shape} does not unstack into {num} tensors. Expected num={x.Shape[axis]}.");
    }

    public override Tensor?[] Gradient(Node node, Tensor?[] dy) =>
        [RawOps.Pack([.. dy.Select((d, i) => d ?? RawOps.ZerosLike(node.Outputs[i]))], node.Inputs[0].Shape.Axis(node.Attr("axis", 0)))];

    public override void Run(Kernel kernel)
    {
        var x = kernel.Input(0);
        var axis = x.Shape.Axis(kernel.Node.Attr("axis", 0));
        if (x.Shape[axis] != kernel.OutputCount)
        {
            throw kernel.Node.Error($"axis {axis} of shape {x.Shape} does not unstack into {kernel.OutputCount} tensors.");
        }

        var steps = StridedCopy.Steps(x.Shape);
        long[] rest = [.. steps.AsSpan(0, axis), .. steps.AsSpan(axis + 1)];
        for (var i = 0; i < kernel.OutputCount; i++)
        {
            var y = kernel.Allocate(i, x.Shape.Remove(axis));
            StridedCopy.Run(y.Shape.Dims, x, i * steps[axis], rest, y, 0, StridedCopy.Steps(y.Shape));
        }
    }
}
