using KerasNet.Backends.Managed;
using KerasNet.Graphs;

namespace KerasNet;

internal static partial class RawOps
{
    /// <summary>Axes in another order; nothing is recorded when it is the order they have.</summary>
    public static Tensor Transpose(Tensor x, params ReadOnlySpan<int> axes)
    {
        for (var i = 0; i < axes.Length; i++)
        {
            if (axes[i] != i)
            {
                return Op<TransposeOp>.Instance.Call1([x, Constant(axes)]);
            }
        }

        return axes.Length == x.Rank ? x : Op<TransposeOp>.Instance.Call1([x, Constant(axes)]);
    }

    /// <summary>An axis in the last one's place, and the last in its.</summary>
    public static Tensor Swap(Tensor x, int axis)
    {
        int[] order = [.. Enumerable.Range(0, x.Rank)];
        (order[axis], order[^1]) = (order[^1], order[axis]);
        return Transpose(x, order);
    }
}

/// <summary>The axes in another order.</summary>
internal sealed class TransposeOp : OpDefinition
{
    public override string Name => "Transpose";

    public override TensorSpec[] Infer(Node node)
    {
        var x = node.Inputs[0];
        var axes = node.ConstantInts(1) ?? throw node.Error("the order of the axes must be a constant.");
        if (axes.Length != x.Rank || !axes.Order().SequenceEqual(Enumerable.Range(0, x.Rank)))
        {
            throw node.Error($"the axes must be a permutation of 0 to {x.Rank - 1}, for shape {x.Shape}. Received: ({string.Join(", ", axes)}).");
        }

        return [new(x.DType, new TensorShape([.. axes.Select(a => x.Shape[a])]))];
    }

    public override Tensor?[] Gradient(Node node, Tensor?[] dy)
    {
        var axes = node.ConstantInts(1)!;
        var back = new int[axes.Length];
        for (var i = 0; i < axes.Length; i++)
        {
            back[axes[i]] = i;
        }

        return [RawOps.Transpose(dy[0]!, back), null];
    }

    public override unsafe void Run(Kernel kernel)
    {
        var x = kernel.Input(0);
        var axes = NumberReader.Ints(kernel.Input(1));
        var y = kernel.Allocate(0, new TensorShape([.. axes.Select(a => x.Shape[a])]));
        Backends.Managed.Transpose.Run(x.Shape.Dims, axes, x.DType.Size(), x.Pointer, y.Pointer);
    }
}
