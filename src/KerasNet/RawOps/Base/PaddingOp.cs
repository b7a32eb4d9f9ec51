using KerasNet.Backends.Managed;
using KerasNet.Graphs;

namespace KerasNet;

/// <summary>An op that puts something around a tensor; its second input holds a pair (before, after) for each axis.</summary>
internal abstract class PaddingOp : OpDefinition
{
    public override bool IsHostAttribute(string name) => name == "known";

    public override TensorSpec[] Infer(Node node)
    {
        var (x, paddings) = (node.Inputs[0], node.Inputs[1]);
        if (paddings.Shape != (x.Rank, 2))
        {
            throw node.Error($"paddings need a pair (before, after) for each axis of shape {x.Shape}: expected shape ({x.Rank}, 2). Received: {paddings.Shape}.");
        }

        return [new(x.DType, paddings.IsConcrete ? Padded(node, x.Shape, Pairs(paddings))
            : node.Attr<TensorShape?>("known", null) ?? PartlyPadded(x.Shape, PartialValue.Of(paddings)))];
    }

    /// <summary>The shape where some margins are known before the run.</summary>
    private static TensorShape PartlyPadded(TensorShape x, int[] numbers) =>
        new([.. x.ToArray().Select((d, i) => d >= 0 && numbers[2 * i] >= 0 && numbers[(2 * i) + 1] >= 0 ? d + numbers[2 * i] + numbers[(2 * i) + 1] : -1)]);

    protected static (int Before, int After)[] Pairs(Tensor paddings)
    {
        var numbers = NumberReader.Ints(paddings);
        return [.. Enumerable.Range(0, numbers.Length / 2).Select(i => (numbers[2 * i], numbers[(2 * i) + 1]))];
    }

    protected static TensorShape Padded(Node node, TensorShape x, (int Before, int After)[] pairs)
    {
        var dims = x.ToArray();
        for (var i = 0; i < dims.Length; i++)
        {
            var (before, after) = pairs[i];
            if (before < 0 || after < 0)
            {
                throw node.Error($"Paddings must be non-negative: {before} {after}");
            }

            dims[i] = dims[i] < 0 ? -1 : dims[i] + before + after;
        }

        return new TensorShape(dims);
    }

    /// <summary>Copies the tensor into the middle.</summary>
    protected static void Place(Tensor x, Tensor y, (int Before, int After)[] pairs)
    {
        var steps = StridedCopy.Steps(y.Shape);
        StridedCopy.Run(x.Shape.Dims, x, 0, StridedCopy.Steps(x.Shape), y, pairs.Select((p, i) => p.Before * steps[i]).Sum(), steps);
    }

    /// <summary>The part of a gradient that belongs to the tensor in the middle.</summary>
    protected static Tensor Inner(Node node, Tensor dy)
    {
        var (x, paddings) = (node.Inputs[0], node.Inputs[1]);
        var before = paddings.IsConcrete
            ? RawOps.Constant([.. Pairs(paddings).Select(p => p.Before)])
            : RawOps.Unpack(RawOps.Cast(paddings, DataType.Int32), 2, 1)[0];
        return RawOps.Slice(dy, before, RawOps.Shape(x));
    }
}
