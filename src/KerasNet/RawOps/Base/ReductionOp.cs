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

        // Symbolic axes come from gradients of broadcasts only; their number is unknown and a Reshape follows.
        return [new(OutputType(x.DType), new TensorShape(Enumerable.Repeat(-1, x.Rank).ToArray()))];
    }

    public static TensorShape Reduced(TensorShape x, ReadOnlySpan<int> axes, bool keep)
    {
        var gone = new bool[x.Rank];
        foreach (var axis in axes)
        {
            gone[x.Axis(axis)] = true;
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
}
