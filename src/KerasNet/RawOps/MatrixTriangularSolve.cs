using KerasNet.Backends.Managed;
using KerasNet.Graphs;

namespace KerasNet;

internal static partial class RawOps
{
    /// <summary>Solutions of triangular systems of equations; batch axes broadcast.</summary>
    public static Tensor MatrixTriangularSolve(Tensor a, Tensor b, bool lower, bool adjoint = false) =>
        Op<MatrixTriangularSolveOp>.Instance.Call1([a, b], ("lower", lower), ("adjoint", adjoint));
}

/// <summary>Solutions of triangular systems of equations; the other triangle is not read.</summary>
internal sealed class MatrixTriangularSolveOp : MatrixOp
{
    public override string Name => "MatrixTriangularSolve";

    public override TensorSpec[] Infer(Node node)
    {
        var (a, b) = (Square(node), Matrices(node, 1));
        return a.DType == b.DType && (a.Shape[^2] < 0 || b.Shape[^2] < 0 || a.Shape[^2] == b.Shape[^2])
            ? [new(b.DType, Broadcasting.Shape(node, Batch(a), Batch(b)).Concat(b.Shape[^2..]))]
            : throw node.Error($"needs as many equations as right-hand sides have rows. Received: {a.Shape} and {b.Shape}.");
    }

    public override Tensor?[] Gradient(Node node, Tensor?[] dy)
    {
        var (a, b, x) = (node.Inputs[0], node.Inputs[1], node.Outputs[0]);
        var (lower, adjoint) = (node.Attr("lower", true), node.Attr("adjoint", false));
        var db = RawOps.MatrixTriangularSolve(a, dy[0]!, lower, !adjoint);
        var whole = RawOps.Neg(adjoint ? Times(x, db, transposeB: true) : Times(db, x, transposeB: true));
        var da = RawOps.MatrixBandPart(whole, lower ? -1 : 0, lower ? 0 : -1);
        return BatchAxes.AreSame(a.Shape, b.Shape) ? [da, db] : BatchAxes.Reduce(a, da, b, db);
    }

    public override void Run(Kernel kernel)
    {
        var (a, b) = (kernel.Input(0), kernel.Input(1));
        var batch = Broadcasting.Shape(kernel.Node, Batch(a), Batch(b));
        var (y, n, columns) = (kernel.Allocate(0, batch.Concat(b.Shape[^2..])), a.Shape[^1], b.Shape[^1]);
        for (var m = 0; m < batch.Size; m++)
        {
            var x = MatrixValues.Read(b, Place(m, batch, Batch(b)), n * columns);
            Triangles.Solve(MatrixValues.Read(a, Place(m, batch, Batch(a)), n * n), n, x, columns, kernel.Node.Attr("lower", true), unit: false, kernel.Node.Attr("adjoint", false));
            MatrixValues.Write(y, m, x);
        }
    }

    /// <summary>Number of the matrix that stands at a place of the broadcast batch.</summary>
    private static int Place(int index, TensorShape batch, TensorShape own)
    {
        var (place, step) = (0, 1);
        for (var axis = 1; axis <= batch.Rank; axis++)
        {
            var at = index % batch[^axis];
            index /= batch[^axis];
            if (axis <= own.Rank)
            {
                place += own[^axis] == 1 ? 0 : at * step;
                step *= own[^axis];
            }
        }

        return place;
    }
}
