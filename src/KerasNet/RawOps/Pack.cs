using KerasNet.Backends.Managed;
using KerasNet.Graphs;

namespace KerasNet;

internal static partial class RawOps
{
    /// <summary>Stacks tensors of one shape along a new axis.</summary>
    public static Tensor Pack(ReadOnlySpan<Tensor> values, int axis = 0) => Op<PackOp>.Instance.Call1(values, ("N", values.Length), ("axis", axis));
}

/// <summary>Tensors of one shape side by side along a new axis.</summary>
internal sealed class PackOp : OpDefinition
{
    public override string Name => "Pack";

    public override TensorSpec[] Infer(Node node)
    {
        if (node.Inputs.Length == 0)
        {
            throw new ArgumentException("Ops.Stack takes at least one tensor. Received none.");
        }

        var dims = node.Inputs[0].Shape.ToArray();
        foreach (var value in node.Inputs)
        {
            if (value.DType != node.Inputs[0].DType || !value.Shape.IsCompatibleWith(node.Inputs[0].Shape))
            {
                throw node.Error($"all inputs must have one shape and data type. Received: {node.Inputs[0].Shape} {node.Inputs[0].DType.Name()} and {value.Shape} {value.DType.Name()}.");
            }

            for (var d = 0; d < dims.Length; d++)
            {
                dims[d] = Math.Max(dims[d], value.Shape[d]);
            }
        }

        var shape = new TensorShape(dims);
        return [new(node.Inputs[0].DType, shape.Insert(Axis(node, shape.Rank), node.Inputs.Length))];
    }

    public override Tensor?[] Gradient(Node node, Tensor?[] dy) => RawOps.Unpack(dy[0]!, node.Inputs.Length, Axis(node, node.Inputs[0].Rank));

    public override void Run(Kernel kernel)
    {
        var x = kernel.Input(0).Shape;
        var axis = Axis(kernel.Node, x.Rank);
        var y = kernel.Allocate(0, x.Insert(axis, kernel.InputCount));
        var steps = StridedCopy.Steps(y.Shape);
        long[] rest = [.. steps.AsSpan(0, axis), .. steps.AsSpan(axis + 1)];
        for (var i = 0; i < kernel.InputCount; i++)
        {
            StridedCopy.Run(x.Dims, kernel.Input(i), 0, StridedCopy.Steps(x), y, i * steps[axis], rest);
        }
    }

    private static int Axis(Node node, int rank)
    {
        var axis = node.Attr("axis", 0);
        return axis >= -rank - 1 && axis <= rank
            ? axis < 0 ? axis + rank + 1 : axis
            : throw node.Error($"axis {axis} is out of range for inputs of rank {rank}. Expected {-rank - 1} to {rank}.");
    }
}
