using System.Numerics.Tensors;
using KerasNet.Backends.Managed;
using KerasNet.Graphs;

namespace KerasNet;

internal static partial class RawOps
{
    /// <summary>Softmax over the last axis.</summary>
    public static Tensor Softmax(Tensor logits) => Op<SoftmaxOp>.Instance.Call1([logits]);
}

/// <summary>Exponentials of the last axis, divided by their sum.</summary>
internal sealed class SoftmaxOp : FloatOp
{
    public override string Name => "Softmax";

    public override TensorSpec[] Infer(Node node) => [SoftmaxRows.Spec(node)];

    public override Tensor?[] Gradient(Node node, Tensor?[] dy)
    {
        var (y, d) = (node.Outputs[0], dy[0]!);
        var sum = RawOps.Sum(RawOps.Mul(d, y), RawOps.Constant(y.Rank - 1), keepDims: true);
        return [RawOps.Mul(RawOps.Sub(d, sum), y)];
    }

    protected override void Compute<T>(Kernel kernel) => SoftmaxRows.Run<T>(kernel, static (row, y) =>
    {
        TensorPrimitives.Subtract(row, TensorPrimitives.Max(row), y);
        TensorPrimitives.Exp<T>(y, y);
        TensorPrimitives.Multiply(y, T.One / TensorPrimitives.Sum<T>(y), y);
    });
}
