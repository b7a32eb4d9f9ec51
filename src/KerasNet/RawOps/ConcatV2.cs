using KerasNet.Backends.Managed;
using KerasNet.Graphs;

namespace KerasNet;

internal static partial class RawOps
{
    /// <summary>Joins tensors along an axis.</summary>
    public static Tensor ConcatV2(ReadOnlySpan<Tensor> values, int axis) => values.Length == 1
        ? Identity(values[0])
        : Op<ConcatV2Op>.Instance.Call1([.. values, Scalar(axis)], ("N", values.Length));
}

/// <summary>Tensors one after the other along an axis.</summary>
internal sealed class ConcatV2Op : OpDefinition
{
    public override string Name => "ConcatV2";

    public override TensorSpec[] Infer(Node node)
    {
        var values = node.Inputs.AsSpan(0, node.Inputs.Length - 1);
        var shape = Joined(node, values);
        return [new(values[0].DType, shape)];
    }

    public override Tensor?[] Gradient(Node node, Tensor?[] dy)
    {
        var values = node.Inputs[..^1];
        var axis = values[0].Shape.Axis(Axis(node));
        var sizes = RawOps.Dims([.. values.Select(v => RawOps.Dim(v, axis))]);
        return [.. RawOps.SplitV(dy[0]!, sizes, axis, values.Length), null];
    }

    public override void Run(Kernel kernel)
    {
        var values = kernel.Inputs[..^1];
        var shape = Joined(kernel.Node, values);
        Join(values, kernel.Allocate(0, shape), shape.Axis(NumberReader.Ints(kernel.Inputs[^1])[0]));
    }

    /// <summary>Copies tensors side by side into one that has their sizes along the axis.</summary>
    public static void Join(ReadOnlySpan<Tensor> values, Tensor y, int axis)
    {
        var steps = StridedCopy.Steps(y.Shape);
        var offset = 0L;
        foreach (var value in values)
        {
            StridedCopy.Run(value.Shape.Dims, value, 0, StridedCopy.Steps(value.Shape), y, offset, steps);
            offset += value.Shape[axis] * steps[axis];
        }
    }

    private static int Axis(Node node) => node.ConstantInts(node.Inputs.Length - 1) is [var axis] ? axis : throw node.Error("the axis must be a constant.");

    private static TensorShape Joined(Node node, ReadOnlySpan<Tensor> values)
    {
        var shape = values.Length > 0 ? values[0].Shape : throw node.Error("at least one tensor is needed. Received none.");
        if (shape.Rank == 0)
        {
            throw node.Error("numbers of rank 0 cannot be concatenated. Use Ops.Stack.");
        }

        var axis = shape.Axis(Axis(node));
        for (var i = 1; i < values.Length; i++)
        {
            var other = values[i].Shape;
            if (values[i].DType != values[0].DType)
            {
                throw node.Error($"all inputs must have one data type. Received: {values[0].DType.Name()} and {values[i].DType.Name()}. Cast one of them.");
            }

            if (other.Rank != shape.Rank || !other.With(axis, -1).IsCompatibleWith(shape.With(axis, -1)))
            {
                throw node.Error($"shapes must match but for axis {axis}. Received: {shape} and {other}.");
            }

            var dims = shape.ToArray();
            for (var d = 0; d < dims.Length; d++)
            {
                dims[d] = d == axis ? (dims[d] < 0 || other[d] < 0 ? -1 : dims[d] + other[d]) : dims[d] < 0 ? other[d] : dims[d];
            }

            shape = new TensorShape(dims);
        }

        return shape;
    }
}
