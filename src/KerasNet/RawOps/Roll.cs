using KerasNet.Backends.Managed;
using KerasNet.Graphs;

namespace KerasNet;

internal static partial class RawOps
{
    /// <summary>Moves elements along axes; those that leave at one end come in at the other.</summary>
    public static Tensor Roll(Tensor x, Tensor shift, Tensor axis) => Op<RollOp>.Instance.Call1([x, shift, axis]);
}

/// <summary>Elements moved along axes, in a circle.</summary>
internal sealed class RollOp : OpDefinition
{
    public override string Name => "Roll";

    public override TensorSpec[] Infer(Node node)
    {
        var x = node.Inputs[0];
        foreach (var axis in node.ConstantInts(2) ?? throw node.Error("the axes must be constants."))
        {
            x.Shape.Axis(axis);
        }

        return node.Inputs[1].Shape == node.Inputs[2].Shape
            ? [new(x.DType, x.Shape)]
            : throw node.Error($"shift and axis must have the same size. Received: shapes {node.Inputs[1].Shape} and {node.Inputs[2].Shape}.");
    }

    public override Tensor?[] Gradient(Node node, Tensor?[] dy) => [RawOps.Roll(dy[0]!, RawOps.Neg(node.Inputs[1]), node.Inputs[2]), null, null];

    public override void Run(Kernel kernel)
    {
        var x = kernel.Input(0);
        var (shift, axes) = (NumberReader.Ints(kernel.Input(1)), NumberReader.Ints(kernel.Input(2)));
        var total = new int[x.Rank];
        for (var i = 0; i < axes.Length; i++)
        {
            var axis = x.Shape.Axis(axes[i]);
            total[axis] = x.Shape[axis] == 0 ? 0 : (int)(((long)total[axis] + shift[i]) % x.Shape[axis]);
        }

        var y = kernel.Allocate(0, x.Shape);
        Move(x, y, total, StridedCopy.Steps(x.Shape), x.Shape, 0, 0, 0);
    }

    /// <summary>Along each moved axis there are two boxes: one that stays together and one that wraps.</summary>
    private static void Move(Tensor x, Tensor y, int[] shift, long[] steps, TensorShape box, int axis, long from, long to)
    {
        while (axis < shift.Length && shift[axis] == 0)
        {
            axis++;
        }

        if (axis == shift.Length)
        {
            StridedCopy.Run(box.Dims, x, from, steps, y, to, steps);
            return;
        }

        var size = x.Shape[axis];
        var by = shift[axis] < 0 ? shift[axis] + size : shift[axis];
        Move(x, y, shift, steps, box.With(axis, size - by), axis + 1, from, to + (by * steps[axis]));
        Move(x, y, shift, steps, box.With(axis, by), axis + 1, from + ((size - by) * steps[axis]), to);
    }
}
