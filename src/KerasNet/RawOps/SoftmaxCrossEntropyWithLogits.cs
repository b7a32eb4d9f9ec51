using System.Numerics.Tensors;
using KerasNet.Backends.Managed;
using KerasNet.Graphs;

namespace KerasNet;

internal static partial class RawOps
{
    /// <summary>Cross-entropy of each row of logits <c>(n, classes)</c> against probabilities of the same shape.</summary>
    public static Tensor SoftmaxCrossEntropyWithLogits(Tensor features, Tensor labels) =>
        Op<SoftmaxCrossEntropyWithLogitsOp>.Instance.Call1([features, labels]);
}

/// <summary>Softmax cross-entropy against probabilities; the second output is its gradient.</summary>
internal sealed class SoftmaxCrossEntropyWithLogitsOp : FloatOp
{
    public override string Name => "SoftmaxCrossEntropyWithLogits";

    public override TensorSpec[] Infer(Node node)
    {
        var (x, labels) = (node.Inputs[0], node.Inputs[1]);
        if (x.Rank != 2 || !x.Shape.IsCompatibleWith(labels.Shape) || labels.DType != x.DType)
        {
            throw node.Error($"expects logits and labels of one shape (n, classes) and data type. Received: {x.Shape} of {x.DType.Name()} and {labels.Shape} of {labels.DType.Name()}.");
        }

        var shape = new TensorShape(Math.Max(x.Shape[0], labels.Shape[0]), Math.Max(x.Shape[1], labels.Shape[1]));
        return [new(x.DType, shape[0]), new(x.DType, shape)];
    }

    public override Tensor?[] Gradient(Node node, Tensor?[] dy)
    {
        var byLabels = dy[0] is { } d ? RawOps.Mul(RawOps.ExpandDims(d, -1), RawOps.Neg(RawOps.LogSoftmax(node.Inputs[0]))) : null;
        if (dy[1] is { } dd)
        {
            byLabels = byLabels is null ? RawOps.Neg(dd) : RawOps.Sub(byLabels, dd);
        }

        return [LogitsGradient(node, dy), byLabels];
    }

    /// <summary>By the logits: the loss's part is the second output; that output's own part is the derivative of softmax.</summary>
    public static Tensor LogitsGradient(Node node, Tensor?[] dy)
    {
        var sum = dy[0] is { } d ? RawOps.Mul(RawOps.ExpandDims(d, -1), node.Outputs[1]) : null;
        if (dy[1] is { } dd)
        {
            var softmax = RawOps.Softmax(node.Inputs[0]);
            var mean = RawOps.Sum(RawOps.Mul(dd, softmax), RawOps.Constant(1), keepDims: true);
            var second = RawOps.Mul(RawOps.Sub(dd, mean), softmax);
            sum = sum is null ? second : RawOps.AddV2(sum, second);
        }

        return sum!;
    }

    protected override void Compute<T>(Kernel kernel)
    {
        var (x, labels) = (kernel.Input(0), kernel.Input(1));
        var classes = x.Shape[1];
        var loss = Allocate<T>(kernel, 0, x.Shape[0]);
        var back = Allocate<T>(kernel, 1, x.Shape);
        for (var i = 0; i < loss.Length; i++)
        {
            var row = x.AsSpan<T>().Slice(i * classes, classes);
            var label = labels.AsSpan<T>().Slice(i * classes, classes);
            var y = back.Slice(i * classes, classes);
            var max = TensorPrimitives.Max(row);
            TensorPrimitives.Subtract(row, max, y);
            TensorPrimitives.Exp<T>(y, y);
            var sum = TensorPrimitives.Sum<T>(y);
            var log = T.Log(sum);
            var total = T.Zero;
            for (var c = 0; c < classes; c++)
            {
                // A class without weight adds nothing, even where its logit is infinite.
                total += label[c] == T.Zero ? T.Zero : label[c] * (log - (row[c] - max));
            }

            loss[i] = total;
            TensorPrimitives.Multiply(y, T.One / sum, y);
            TensorPrimitives.Subtract(y, label, y);
        }
    }
}
