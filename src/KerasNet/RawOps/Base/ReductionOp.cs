using KerasNet.Backends.Managed;
using KerasNet.Graphs;

namespace KerasNet;

/// <summary>An op that joins elements along axes; the axes are its second input, the attribute keep_dims leaves axes of size 1.</summary>
internal abstract class ReductionOp : OpDefinition
{
    protected virtual DataType OutputType(DataType input) => input;

    public override TensorSpec[] Infer(Node node)
    {
        var x = node.Inputs[0];
        var keep = node.Attr("keep_dims", false);
        if (node.ConstantInts(1) is { } axes)
        {
            return [new(OutputType(x.DType), Reduced(x.Shape, axes, keep))];
        }

        // Symbolic axes come from gradients of broadcasts only; a Reshape follows.
        return keep
            ? [new(OutputType(x.DType), new TensorShape(Enumerable.Repeat(-1, x.Rank).ToArray()))]
            : throw node.Error("the axes must be constants, or keep_dims true: the rank of the result is unknown otherwise.");
    }

    public static TensorShape Reduced(TensorShape x, ReadOnlySpan<int> axes, bool keep)
    {
        var gone = new bool[x.Rank];
        foreach (var axis in axes)
        {
            var at = x.Axis(axis);
            gone[at] = !gone[at] ? true : throw new ArgumentException($"Axis {axis} is given twice. Received: axes=({string.Join(", ", axes.ToArray())}) for shape {x}.");
        }

        var dims = new List<int>();
        for (var i = 0; i < x.Rank; i++)
        {
            if (!gone[i])
            {
                dims.Add(x[i]);
            }
            else if (keep)
            {
                dims.Add(1);
            }
        }

        return new TensorShape([.. dims]);
    }

    /// <summary>A result or gradient given back the reduced axes, with size 1, so that it broadcasts against the input.</summary>
    protected static Tensor Unreduce(Node node, Tensor reduced)
    {
        if (node.Attr("keep_dims", false))
        {
            return reduced;
        }

        var x = node.Inputs[0];
        var axes = node.ConstantInts(1)!;
        var shape = Reduced(x.Shape, axes, keep: true);
        return shape.Dims.Count(-1) <= 1
            ? RawOps.Reshape(reduced, RawOps.Constant(shape.Dims), shape)
            : axes.Order().Aggregate(reduced, (r, axis) => RawOps.ExpandDims(r, x.Shape.Axis(axis)));
    }

    /// <summary>How many elements each result was made of, as a number of a type.</summary>
    protected static Tensor Count(Node node, DataType dtype)
    {
        var (x, y) = (node.Inputs[0], node.Outputs[0]);
        var count = 1L;
        foreach (var axis in node.ConstantInts(1)!)
        {
            count = count < 0 || x.Shape[x.Shape.Axis(axis)] < 0 ? -1 : count * x.Shape[x.Shape.Axis(axis)];
        }

        if (count >= 0)
        {
            return RawOps.Scalar(Math.Max(count, 1), dtype);
        }

        var all = RawOps.Constant(0);
        var results = RawOps.Maximum(RawOps.Prod(RawOps.Shape(y), all), RawOps.Scalar(1));
        return RawOps.Cast(RawOps.Maximum(RawOps.FloorDiv(RawOps.Prod(RawOps.Shape(x), all), results), RawOps.Scalar(1)), dtype);
    }

    /// <summary>The gradient of a maximum or minimum: the elements that are equal to it share it.</summary>
    protected static Tensor SharedGradient(Node node, Tensor dy)
    {
        var x = node.Inputs[0];
        var equal = RawOps.Cast(RawOps.Equal(x, Unreduce(node, node.Outputs[0])), dy.DType);
        var share = RawOps.RealDiv(Unreduce(node, dy), RawOps.Sum(equal, node.Inputs[1], keepDims: true));
        return RawOps.Mul(equal, share);
    }

    protected NotSupportedException Unsupported(Kernel kernel) =>
        new($"The managed backend does not compute {Name} of {kernel.Input(0).DType.Name()}. Cast to float32 first.");
}
