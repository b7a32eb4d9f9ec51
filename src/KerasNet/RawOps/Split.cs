using KerasNet.Backends.Managed;
using KerasNet.Graphs;

namespace KerasNet;

internal static partial class RawOps
{
    /// <summary>Equal parts along an axis.</summary>
    public static Tensor[] Split(Tensor x, int count, int axis) => Op<SplitOp>.Instance.Call([Scalar(axis), x], ("num_split", count));
}

/// <summary>Equal parts along an axis.</summary>
internal sealed class SplitOp : OpDefinition
{
    public override string Name => "Split";

    public override TensorSpec[] Infer(Node node)
    {
        var (x, count) = (node.Inputs[1], node.Attr<int>("num_split"));
        return [.. Enumerable.Repeat(new TensorSpec(x.DType, Part(node, x.Shape, count)), count)];
    }

    public override Tensor?[] Gradient(Node node, Tensor?[] dy) =>
        [null, RawOps.ConcatV2([.. dy.Select((d, i) => d ?? RawOps.ZerosLike(node.Outputs[i]))], Axis(node))];

    public override void Run(Kernel kernel)
    {
        var x = kernel.Input(1);
        var part = Part(kernel.Node, x.Shape, kernel.OutputCount);
        var outputs = new Tensor[kernel.OutputCount];
        for (var i = 0; i < outputs.Length; i++)
        {
            outputs[i] = kernel.Allocate(i, part);
        }

        Cut(x, outputs, x.Shape.Axis(Axis(kernel.Node)));
    }

    /// <summary>Copies a tensor into parts that lie side by side along an axis.</summary>
    public static void Cut(Tensor x, ReadOnlySpan<Tensor> parts, int axis)
    {
        var steps = StridedCopy.Steps(x.Shape);
        var offset = 0L;
        foreach (var part in parts)
        {
            StridedCopy.Run(part.Shape.Dims, x, offset, steps, part, 0, StridedCopy.Steps(part.Shape));
            offset += part.Shape[axis] * steps[axis];
        }
    }

    private static int Axis(Node node) => node.ConstantInts(0) is [var axis] ? axis : throw node.Error("the axis must be a constant.");

    private static TensorShape Part(Node node, TensorShape x, int count)
    {
        var axis = x.Axis(Axis(node));
        return x[axis] < 0 ? x
            : x[axis] % count == 0 ? x.With(axis, x[axis] / count)
            : throw node.Error($"Number of ways to split should evenly divide the split dimension, but got split_dim {axis} (size = {x[axis]}) and num_split {count}.");
    }
}
