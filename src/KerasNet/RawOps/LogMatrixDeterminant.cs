using KerasNet.Backends.Managed;
using KerasNet.Graphs;

namespace KerasNet;

internal static partial class RawOps
{
    /// <summary>Signs of determinants, and logarithms of their absolute values.</summary>
    public static (Tensor Sign, Tensor Log) LogMatrixDeterminant(Tensor x)
    {
        var both = Op<LogMatrixDeterminantOp>.Instance.Call([x]);
        return (both[0], both[1]);
    }
}

/// <summary>Determinants of square matrices, as signs and logarithms.</summary>
internal sealed class LogMatrixDeterminantOp : MatrixOp
{
    public override string Name => "LogMatrixDeterminant";

    public override TensorSpec[] Infer(Node node) => [new(Square(node).DType, Batch(node.Inputs[0])), new(node.Inputs[0].DType, Batch(node.Inputs[0]))];

    // The sign does not change by little.
    public override Tensor?[] Gradient(Node node, Tensor?[] dy) =>
        [dy[1] is { } d ? RawOps.Mul(Each(d), T(RawOps.MatrixInverse(node.Inputs[0]))) : null];

    public override void Run(Kernel kernel)
    {
        var x = kernel.Input(0);
        var (signs, logs, n) = (kernel.Allocate(0, Batch(x)), kernel.Allocate(1, Batch(x)), x.Shape[^1]);
        for (var m = 0; m < MatrixValues.Count(x); m++)
        {
            var (sign, log) = new LuFactors(MatrixValues.Read(x, m, n * n), n).LogDeterminant();
            MatrixValues.Write(signs, m, [sign]);
            MatrixValues.Write(logs, m, [log]);
        }
    }
}
