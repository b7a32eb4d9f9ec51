using KerasNet.Backends.Managed;
using KerasNet.Graphs;

namespace KerasNet;

internal static partial class RawOps
{
    public static Tensor MatrixDeterminant(Tensor x) => Op<MatrixDeterminantOp>.Instance.Call1([x]);
}

/// <summary>Determinants of square matrices.</summary>
internal sealed class MatrixDeterminantOp : MatrixOp
{
    public override string Name => "MatrixDeterminant";

    public override TensorSpec[] Infer(Node node) => [new(Square(node).DType, Batch(node.Inputs[0]))];

    public override Tensor?[] Gradient(Node node, Tensor?[] dy) =>
        [RawOps.Mul(Each(RawOps.Mul(dy[0]!, node.Outputs[0])), T(RawOps.MatrixInverse(node.Inputs[0])))];

    public override void Run(Kernel kernel)
    {
        var x = kernel.Input(0);
        var (y, n) = (kernel.Allocate(0, Batch(x)), x.Shape[^1]);
        for (var m = 0; m < MatrixValues.Count(x); m++)
        {
            MatrixValues.Write(y, m, [new LuFactors(MatrixValues.Read(x, m, n * n), n).Determinant()]);
        }
    }
}
