using KerasNet.Backends.Managed;
using KerasNet.Graphs;

namespace KerasNet;

internal static partial class RawOps
{
    /// <summary>Product of two matrices, each transposed first if asked.</summary>
    public static Tensor MatMul(Tensor a, Tensor b, bool transposeA = false, bool transposeB = false) =>
        Op<MatMulOp>.Instance.Call1([a, b], ("transpose_a", transposeA), ("transpose_b", transposeB));
}

/// <summary>Matrix product.</summary>
internal sealed class MatMulOp : OpDefinition
{
    public override string Name => "MatMul";

    public override TensorSpec[] Infer(Node node)
    {
        var (a, b) = (node.Inputs[0], node.Inputs[1]);
        if (a.Rank != 2 || b.Rank != 2 || a.DType != b.DType || a.DType is DataType.Bool or DataType.String)
        {
            throw node.Error($"both inputs must be matrices of one type of number. Received: {a.DType.Name()} {a.Shape} and {b.DType.Name()} {b.Shape}.");
        }

        var (m, k, n) = Sizes(node, a.Shape, b.Shape);
        var inner = b.Shape[node.Attr("transpose_b", false) ? 1 : 0];
        return k < 0 || inner < 0 || k == inner
            ? [new(a.DType, new TensorShape(m, n))]
            : throw node.Error($"the inner dimensions must be equal. Received: {k} of shape {a.Shape} and {inner} of shape {b.Shape}{Transposed(node)}.");
    }

    public override Tensor?[] Gradient(Node node, Tensor?[] dy)
    {
        var (a, b, d) = (node.Inputs[0], node.Inputs[1], dy[0]!);
        return (node.Attr("transpose_a", false), node.Attr("transpose_b", false)) switch
        {
            (false, false) => [RawOps.MatMul(d, b, transposeB: true), RawOps.MatMul(a, d, transposeA: true)],
            (false, true) => [RawOps.MatMul(d, b), RawOps.MatMul(d, a, transposeA: true)],
            (true, false) => [RawOps.MatMul(b, d, transposeB: true), RawOps.MatMul(a, d)],
            (true, true) => [RawOps.MatMul(b, d, transposeA: true, transposeB: true), RawOps.MatMul(d, a, transposeA: true, transposeB: true)],
        };
    }

    public override Tensor?[] GradientBy(Node node, Tensor?[] dy, bool[] wanted) =>
        wanted[1] || node.Attr("transpose_a", false) || node.Attr("transpose_b", false) ? Gradient(node, dy)
        : wanted[0] ? [RawOps.MatMul(dy[0]!, node.Inputs[1], transposeB: true), null]
        : [null, null];

    public override void Run(Kernel kernel)
    {
        var (a, b) = (kernel.Input(0), kernel.Input(1));
        var (m, k, n) = Sizes(kernel.Node, a.Shape, b.Shape);
        var y = kernel.Allocate(0, new TensorShape(m, n));
        var (ta, tb) = (kernel.Node.Attr("transpose_a", false), kernel.Node.Attr("transpose_b", false));
        if (k != b.Shape[tb ? 1 : 0])
        {
            throw kernel.Node.Error($"the inner dimensions must be equal. Received: shapes {a.Shape} and {b.Shape}{Transposed(kernel.Node)}.");
        }

        Multiply(ta, tb, m, n, k, a, b, y);
    }

    private static unsafe void Multiply(bool ta, bool tb, int m, int n, int k, Tensor a, Tensor b, Tensor y)
    {
        switch (a.DType)
        {
            case DataType.Float32: Gemm.Multiply(ta, tb, m, n, k, (float*)a.Pointer, (float*)b.Pointer, (float*)y.Pointer); break;
            case DataType.Float64: Gemm.Multiply(ta, tb, m, n, k, (double*)a.Pointer, (double*)b.Pointer, (double*)y.Pointer); break;
            default: Wide.Run(a, b, y, (p, q, r) => Multiply(ta, tb, m, n, k, p, q, r)); break;
        }
    }

    private static (int M, int K, int N) Sizes(Node node, TensorShape a, TensorShape b)
    {
        var (ta, tb) = (node.Attr("transpose_a", false), node.Attr("transpose_b", false));
        return (a[ta ? 1 : 0], a[ta ? 0 : 1], b[tb ? 0 : 1]);
    }

    private static string Transposed(Node node) => (node.Attr("transpose_a", false), node.Attr("transpose_b", false)) switch
    {
        (false, false) => string.Empty,
        (true, false) => ", the first transposed",
        (false, true) => ", the second transposed",
        (true, true) => ", both transposed",
    };
}
