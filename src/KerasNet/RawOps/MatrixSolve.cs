using KerasNet.Backends.Managed;
using KerasNet.Graphs;

namespace KerasNet;

internal static partial class RawOps
{
    /// <summary>Solutions of systems of equations, a column each; of the transposed matrices with <paramref name="adjoint"/>.</summary>
    public static Tensor MatrixSolve(Tensor a, Tensor b, bool adjoint = false) => Op<MatrixSolveOp>.Instance.Call1([a, b], ("adjoint", adjoint));
}

/// <summary>Solutions of square systems of equations.</summary>
internal sealed class MatrixSolveOp : MatrixOp
{
    public override string Name => "MatrixSolve";

    public override TensorSpec[] Infer(Node node)
    {
        var (a, b) = (Square(node), Matrices(node, 1));
        return a.DType == b.DType && Batch(a).IsCompatibleWith(Batch(b)) && (a.Shape[^2] < 0 || b.Shape[^2] < 0 || a.Shape[^2] == b.Shape[^2])
            ? [new(b.DType, b.Shape)]
            : throw node.Error($"needs as many equations as right-hand sides have rows, and equal batch axes. Received: {a.Shape} and {b.Shape}.");
    }

    public override Tensor?[] Gradient(Node node, Tensor?[] dy)
    {
        var (adjoint, x) = (node.Attr("adjoint", false), node.Outputs[0]);
        var db = RawOps.MatrixSolve(node.Inputs[0], dy[0]!, !adjoint);
        return [RawOps.Neg(adjoint ? Times(x, db, transposeB: true) : Times(db, x, transposeB: true)), db];
    }

    public override void Run(Kernel kernel)
    {
        var (a, b) = (kernel.Input(0), kernel.Input(1));
        var (y, n, columns) = (kernel.Allocate(0, b.Shape), a.Shape[^1], b.Shape[^1]);
        for (var m = 0; m < MatrixValues.Count(a); m++)
        {
            var matrix = MatrixValues.Read(a, m, n * n);
            var lu = new LuFactors(kernel.Node.Attr("adjoint", false) ? Triangles.Transposed(matrix, n, n) : matrix, n);
            MatrixValues.Write(y, m, lu.IsSingular ? throw kernel.Node.Error("Input matrix is not invertible.") : lu.Solve(MatrixValues.Read(b, m, n * columns), columns));
        }
    }
}
