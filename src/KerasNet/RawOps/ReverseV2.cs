using KerasNet.Backends.Managed;
using KerasNet.Graphs;

namespace KerasNet;

internal static partial class RawOps
{
    /// <summary>Axes backwards.</summary>
    public static Tensor ReverseV2(Tensor x, params ReadOnlySpan<int> axes) => Op<ReverseV2Op>.Instance.Call1([x, Constant(axes)]);
}

/// <summary>Axes backwards.</summary>
internal sealed class ReverseV2Op : OpDefinition
{
    public override string Name => "ReverseV2";

    public override TensorSpec[] Infer(Node node)
    {
        var x = node.Inputs[0];
        var axes = node.ConstantInts(1) ?? throw node.Error("the axes must be constants.");
        var seen = new HashSet<int>();
        foreach (var axis in axes)
        {
            if (!seen.Add(x.Shape.Axis(axis)))
            {
                throw node.Error($"axis {axis} specified more than once.");
            }
        }

        return [new(x.DType, x.Shape)];
    }

    public override Tensor?[] Gradient(Node node, Tensor?[] dy) => [RawOps.ReverseV2(dy[0]!, node.ConstantInts(1)), null];

    public override void Run(Kernel kernel)
    {
        var x = kernel.Input(0);
        var y = kernel.Allocate(0, x.Shape);
        var steps = StridedCopy.Steps(x.Shape);
        var offset = 0L;
        foreach (var axis in NumberReader.Ints(kernel.Input(1)).Select(x.Shape.Axis))
        {
            offset += (x.Shape[axis] - 1) * steps[axis];
            steps[axis] = -steps[axis];
        }

        StridedCopy.Run(x.Shape.Dims, x, offset, steps, y, 0, StridedCopy.Steps(x.Shape));
    }
}
