using System.Numerics.Tensors;
using KerasNet.Backends.Managed;
using KerasNet.Graphs;

namespace KerasNet;

internal static partial class RawOps
{
    /// <summary>Logarithm of the softmax over the last axis.</summary>
    public static Tensor LogSoftmax(Tensor logits) => Op<LogSoftmaxOp>.Instance.Call1([logits]);
}

/// <summary>Elements of the last axis minus the logarithm of the sum of their exponentials.</summary>
internal sealed class LogSoftmaxOp : FloatOp
{
    public override string Name => "LogSoftmax";

    public override TensorSpec[] Infer(Node node) => [SoftmaxRows.Spec(node)];

    public override Tensor?[] Gradient(Node node, Tensor?[] dy)
    {
        var (x, d) = (node.Inputs[0], dy[0]!);
        var sum = RawOps.Sum(d, RawOps.Constant(x.Rank - 1), keepDims: true);
        return [RawOps.Sub(d, RawOps.Mul(RawOps.Softmax(x), sum))];
    }

    protected override void Compute<T>(Kernel kernel) => SoftmaxRows.Run<T>(kernel, static (row, y) =>
    {
        var max = TensorPrimitives.Max(row);
        TensorPrimitives.Subtract(row, max, y);
        TensorPrimitives.Exp<T>(y, y);
        var log = T.Log(TensorPrimitives.Sum<T>(y));
        TensorPrimitives.Subtract(row, max, y);
        TensorPrimitives.Subtract(y, log, y);
    });
}
