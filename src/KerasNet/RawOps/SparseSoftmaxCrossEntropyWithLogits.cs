using System.Numerics.Tensors;
using KerasNet.Backends.Managed;
using KerasNet.Graphs;

namespace KerasNet;

internal static partial class RawOps
{
    /// <summary>Cross-entropy of each row of logits <c>(n, classes)</c> against class numbers <c>(n,)</c>.</summary>
    public static Tensor SparseSoftmaxCrossEntropyWithLogits(Tensor features, Tensor labels) =>
        Op<SparseSoftmaxCrossEntropyWithLogitsOp>.Instance.Call1([features, labels]);
}

/// <summary>Softmax cross-entropy against class numbers; the second output is its gradient.</summary>
internal sealed class SparseSoftmaxCrossEntropyWithLogitsOp : FloatOp
{
    public override string Name => "SparseSoftmaxCrossEntropyWithLogits";

    public override TensorSpec[] Infer(Node node)
    {
        var (x, labels) = (node.Inputs[0], node.Inputs[1]);
        return x.Rank == 2 && labels.Rank == 1 && x.Shape[..1].IsCompatibleWith(labels.Shape) && labels.DType is DataType.Int32 or DataType.Int64
            ? [new(x.DType, x.Shape[0] >= 0 ? x.Shape[0] : labels.Shape), new(x.DType, x.Shape)]
            : throw node.Error($"expects logits of shape (n, classes) and int32 or int64 labels of shape (n,). Received: {x.Shape} and {labels.Shape} of {labels.DType.Name()}.");
    }

    public override Tensor?[] Gradient(Node node, Tensor?[] dy) =>
        [SoftmaxCrossEntropyWithLogitsOp.LogitsGradient(node, dy), null];

    protected override void Compute<T>(Kernel kernel)
    {
        var x = kernel.Input(0);
        var labels = NumberReader.Ints(kernel.Input(1));
        var classes = x.Shape[1];
        var loss = Allocate<T>(kernel, 0, x.Shape[0]);
        var back = Allocate<T>(kernel, 1, x.Shape);
        for (var i = 0; i < loss.Length; i++)
        {
            if ((uint)labels[i] >= (uint)classes)
            {
                throw kernel.Node.Error($"Received a label value of {labels[i]} which is outside the valid range of [0, {classes}).");
            }

            var row = x.AsSpan<T>().Slice(i * classes, classes);
            var y = back.Slice(i * classes, classes);
            var max = TensorPrimitives.Max(row);
            TensorPrimitives.Subtract(row, max, y);
            TensorPrimitives.Exp<T>(y, y);
            var sum = TensorPrimitives.Sum<T>(y);
            loss[i] = T.Log(sum) - (row[labels[i]] - max);
            TensorPrimitives.Multiply(y, T.One / sum, y);
            y[labels[i]] -= T.One;
        }
    }
}
