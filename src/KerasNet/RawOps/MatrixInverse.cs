using KerasNet.Backends.Managed;
using KerasNet.Graphs;

namespace KerasNet;

internal static partial class RawOps
{
    public static Tensor MatrixInverse(Tensor x) => Op<MatrixInverseOp>.Instance.Call1([x], ("adjoint", false));
}

/// <summary>Inverses of square matrices.</summary>
internal sealed class MatrixInverseOp : MatrixOp
{
    public override string Name => "MatrixInverse";

    public override TensorSpec[] Infer(Node node) => [new(Square(node).DType, node.Inputs[0].Shape)];

    public override Tensor?[] Gradient(Node node, Tensor?[] dy)
    {
        var y = node.Outputs[0];
        return [RawOps.Neg(Times(y, Times(dy[0]!, y, transposeB: true), transposeA: true))];
    }

    public override void Run(Kernel kernel)
    {
        var x = kernel.Input(0);
        var (y, n) = (kernel.Allocate(0, x.Shape), x.Shape[^1]);
        var identity = new double[n * n];
        for (var i = 0; i < n; i++)
        {
            identity[(i * n) + i] = 1;
        }

        for (var m = 0; m < MatrixValues.Count(x); m++)
        {
            var lu = new LuFactors(MatrixValues.Read(x, m, n * n), n);
            MatrixValues.Write(y, m, lu.IsSingular ? throw kernel.Node.Error("Input is not invertible.") : lu.Solve(identity, n));
        }
    }
}
