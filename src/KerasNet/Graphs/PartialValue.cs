namespace KerasNet.Graphs;

/// <summary>What is known before the run of integers that are computed in the graph: of shapes put together from dimensions.</summary>
internal static class PartialValue
{
    /// <summary>The elements of a scalar or vector; -1 where unknown.</summary>
    public static int[] Of(Tensor tensor)
    {
        if (tensor.IsConcrete)
        {
            return NumberReader.Ints(tensor);
        }

        return tensor.Node is { } node && Of(node, tensor.OutputIndex) is { } known ? known : Unknown(tensor);
    }

    /// <summary>The shape that a vector of dimensions stands for.</summary>
    public static TensorShape Shape(Tensor dims) => new([.. Of(dims).Select(d => Math.Max(d, -1))]);

    /// <summary>The elements of a vector, or of a matrix row by row; null where not even their number is known.</summary>
    public static int[]? Rows(Tensor tensor) => tensor.Shape.IsFullyDefined ? Of(tensor) : null;

    private static int[]? Of(Node node, int output) => node.Definition switch
    {
        ShapeOp => node.Inputs[0].Shape.ToArray(),
        PackOp when node.Outputs[0].Rank == 1 || (node.Outputs[0].Rank == 2 && node.Attr("axis", 0) == 0) => [.. node.Inputs.SelectMany(Of)],
        ConcatV2Op when node.Outputs[0].Rank == 1 => [.. node.Inputs.SkipLast(1).SelectMany(Of)],
        UnpackOp when node.Inputs[0].Rank == 1 => [Of(node.Inputs[0])[output]],
        StridedSliceOp when node.Inputs[0].Rank == 1 => StridedSliceOp.Apply(node, Of(node.Inputs[0])),
        PlaceholderOp when node.Graph?.Captured(node.Outputs[0]) is { } outer => Of(outer),
        CastOp or IdentityOp or ReshapeOp or ExpandDimsOp or SqueezeOp => Of(node.Inputs[0]),
        _ => null,
    };

    private static int[] Unknown(Tensor tensor) => tensor.Shape.Size >= 0
        ? [.. Enumerable.Repeat(-1, (int)tensor.Shape.Size)]
        : throw new InvalidOperationException($"The number of dimensions must be known while a graph is made. Received: '{tensor.Name}' of shape {tensor.Shape}.");
}
