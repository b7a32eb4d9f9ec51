using KerasNet.Backends.Managed;
using KerasNet.Graphs;

namespace KerasNet;

internal static partial class RawOps
{
    /// <summary>The same elements under another shape. <paramref name="known"/> tells what is known of it when <paramref name="shape"/> is symbolic.</summary>
    public static Tensor Reshape(Tensor x, Tensor shape, TensorShape? known = null) => known is null
        ? Op<ReshapeOp>.Instance.Call1([x, shape])
        : Op<ReshapeOp>.Instance.Call1([x, shape], ("known", known));

    /// <summary>The same elements under another shape; one dimension may be -1.</summary>
    public static Tensor Reshape(Tensor x, TensorShape shape) => x.Shape == shape && shape.IsFullyDefined ? x : Reshape(x, Constant(shape.Dims));
}

/// <summary>The same elements under another shape.</summary>
internal sealed class ReshapeOp : OpDefinition
{
    public override string Name => "Reshape";

    public override bool Aliases => true;

    public override bool IsHostAttribute(string name) => name == "known";

    public override TensorSpec[] Infer(Node node)
    {
        var x = node.Inputs[0];
        var shape = node.ConstantInts(1) is { } dims ? Resolve(node, x.Shape, dims)
            : node.Attr<TensorShape?>("known", null) ?? PartialValue.Shape(node.Inputs[1]);
        return [new(x.DType, shape)];
    }

    public override Tensor?[] Gradient(Node node, Tensor?[] dy)
    {
        var x = node.Inputs[0];
        return [RawOps.Reshape(dy[0]!, RawOps.Shape(x), x.Shape), null];
    }

    public override void Run(Kernel kernel) =>
        kernel.Alias(0, kernel.Input(0).View(Resolve(kernel.Node, kernel.Input(0).Shape, NumberReader.Ints(kernel.Input(1)))));

    private static TensorShape Resolve(Node node, TensorShape x, int[] dims)
    {
        var open = Array.IndexOf(dims, -1);
        if (dims.Any(d => d < -1) || (open >= 0 && Array.IndexOf(dims, -1, open + 1) >= 0))
        {
            throw node.Error($"a new shape has dimensions of 0 or more and at most one -1. Received: ({string.Join(", ", dims)}).");
        }

        // Exact as far as sizes go, and no overflow beyond.
        var known = dims.Where(d => d >= 0).Aggregate(1.0, (p, d) => p * d);
        if (x.Size < 0)
        {
            // Only the product of the known dimensions can be checked; a single unknown one stays unknown.
            return new TensorShape(dims);
        }

        if (open >= 0 ? known == 0 || x.Size % known != 0 : known != x.Size)
        {
            throw node.Error($"cannot reshape a tensor of shape {x} ({x.Size} elements) into ({string.Join(", ", dims)}).");
        }

        return open < 0 ? new TensorShape(dims) : x.Size / known <= int.MaxValue ? new TensorShape(dims).With(open, (int)(x.Size / known))
            : throw node.Error($"an axis has at most {int.MaxValue} elements. Received: shape {x} into ({string.Join(", ", dims)}).");
    }
}
