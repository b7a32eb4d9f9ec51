using KerasNet.Backends.Managed;
using KerasNet.Graphs;

namespace KerasNet;

internal static partial class RawOps
{
    /// <summary>Parts of given sizes along an axis; one size may be -1.</summary>
    public static Tensor[] SplitV(Tensor x, Tensor sizes, int axis, int count) => Op<SplitVOp>.Instance.Call([x, sizes, Scalar(axis)], ("num_split", count));
}

/// <summary>Parts of given sizes along an axis.</summary>
internal sealed class SplitVOp : OpDefinition
{
    public override string Name => "SplitV";

    public override TensorSpec[] Infer(Node node)
    {
        var x = node.Inputs[0];
        var axis = x.Shape.Axis(Axis(node));
        int[] sizes = node.ConstantInts(1) is { } known ? Resolve(node, x.Shape, known, axis) : PartialValue.Of(node.Inputs[1]);
        return sizes.Length == node.Attr<int>("num_split")
            ? [.. sizes.Select(s => new TensorSpec(x.DType, x.Shape.With(axis, s)))]
            : throw node.Error($"expected {node.Attr<int>("num_split")} sizes. Received: {sizes.Length}.");
    }

    public override Tensor?[] Gradient(Node node, Tensor?[] dy) =>
        [RawOps.ConcatV2([.. dy.Select((d, i) => d ?? RawOps.ZerosLike(node.Outputs[i]))], Axis(node)), null, null];

    public override void Run(Kernel kernel)
    {
        var x = kernel.Input(0);
        var axis = x.Shape.Axis(Axis(kernel.Node));
        var sizes = Resolve(kernel.Node, x.Shape, NumberReader.Ints(kernel.Input(1)), axis);
        var outputs = new Tensor[sizes.Length];
        for (var i = 0; i < outputs.Length; i++)
        {
            outputs[i] = kernel.Allocate(i, x.Shape.With(axis, sizes[i]));
        }

        SplitOp.Cut(x, outputs, axis);
    }

    private static int Axis(Node node) => node.ConstantInts(2) is [var axis] ? axis : throw node.Error("the axis must be a constant.");

    private static int[] Resolve(Node node, TensorShape x, int[] sizes, int axis)
    {
        var open = Array.IndexOf(sizes, -1);
        var sum = sizes.Where(s => s >= 0).Sum();
        if (Array.FindIndex(sizes, s => s < -1) >= 0 || (open >= 0 && Array.IndexOf(sizes, -1, open + 1) >= 0)
            || (x[axis] >= 0 && (open >= 0 ? sum > x[axis] : sum != x[axis])))
        {
            throw node.Error($"sizes ({string.Join(", ", sizes)}) do not add up to {x[axis]}, the size of axis {axis} of shape {x}.");
        }

        if (open >= 0 && x[axis] >= 0)
        {
            sizes = [.. sizes];
            sizes[open] = x[axis] - sum;
        }

        return sizes;
    }
}
