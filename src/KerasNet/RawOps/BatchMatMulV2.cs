using KerasNet.Backends.Managed;
using KerasNet.Graphs;

namespace KerasNet;

internal static partial class RawOps
{
    /// <summary>Products of many matrices: the last two axes are multiplied, the others broadcast.</summary>
    public static Tensor BatchMatMulV2(Tensor a, Tensor b, bool adjointA = false, bool adjointB = false) =>
        Op<BatchMatMulV2Op>.Instance.Call1([a, b], ("adj_x", adjointA), ("adj_y", adjointB));
}

/// <summary>Matrix products over batch axes that broadcast.</summary>
internal sealed class BatchMatMulV2Op : OpDefinition
{
    public override string Name => "BatchMatMulV2";

    public override TensorSpec[] Infer(Node node)
    {
        var (a, b) = (node.Inputs[0], node.Inputs[1]);
        if (a.Rank < 2 || b.Rank < 2 || a.DType != b.DType || a.DType is DataType.Bool or DataType.String)
        {
            throw node.Error($"both inputs must have at least two axes and one type of number. Received: {a.DType.Name()} {a.Shape} and {b.DType.Name()} {b.Shape}.");
        }

        var (inner, other) = (a.Shape[node.Attr("adj_x", false) ? ^2 : ^1], b.Shape[node.Attr("adj_y", false) ? ^1 : ^2]);
        return inner < 0 || other < 0 || inner == other
            ? [new(a.DType, Result(node, a.Shape, b.Shape))]
            : throw node.Error($"the inner dimensions must be equal. Received: {inner} of shape {a.Shape} and {other} of shape {b.Shape}.");
    }

    public override Tensor?[] Gradient(Node node, Tensor?[] dy)
    {
        var (a, b, d) = (node.Inputs[0], node.Inputs[1], dy[0]!);
        var (da, db) = (node.Attr("adj_x", false), node.Attr("adj_y", false)) switch
        {
            (false, false) => (RawOps.BatchMatMulV2(d, b, adjointB: true), RawOps.BatchMatMulV2(a, d, adjointA: true)),
            (false, true) => (RawOps.BatchMatMulV2(d, b), RawOps.BatchMatMulV2(d, a, adjointA: true)),
            (true, false) => (RawOps.BatchMatMulV2(b, d, adjointB: true), RawOps.BatchMatMulV2(a, d)),
            (true, true) => (RawOps.BatchMatMulV2(b, d, true, true), RawOps.BatchMatMulV2(d, a, true, true)),
        };
        return BatchAxes.AreSame(a.Shape, b.Shape) ? [da, db] : BatchAxes.Reduce(a, da, b, db);
    }

    public override void Run(Kernel kernel)
    {
        var (a, b) = (kernel.Input(0), kernel.Input(1));
        var y = kernel.Allocate(0, Result(kernel.Node, a.Shape, b.Shape));
        var (ta, tb) = (kernel.Node.Attr("adj_x", false), kernel.Node.Attr("adj_y", false));
        if (a.Shape[ta ? ^2 : ^1] != b.Shape[tb ? ^1 : ^2])
        {
            throw kernel.Node.Error($"the inner dimensions must be equal. Received: shapes {a.Shape} and {b.Shape}.");
        }

        Multiply(ta, tb, a, b, y);
    }

    private static unsafe void Multiply(bool ta, bool tb, Tensor a, Tensor b, Tensor y)
    {
        var (m, n, k) = (y.Shape[^2], y.Shape[^1], a.Shape[ta ? ^2 : ^1]);
        var batchA = a.Shape.Dims[..^2];
        var batchB = b.Shape.Dims[..^2];
        var batch = y.Shape.Dims[..^2];
        switch (a.DType)
        {
            case DataType.Float32: BatchGemm.Multiply(ta, tb, batchA, batchB, batch, m, n, k, (float*)a.Pointer, (float*)b.Pointer, (float*)y.Pointer); break;
            case DataType.Float64: BatchGemm.Multiply(ta, tb, batchA, batchB, batch, m, n, k, (double*)a.Pointer, (double*)b.Pointer, (double*)y.Pointer); break;
            default: Wide.Run(a, b, y, (p, q, r) => Multiply(ta, tb, p, q, r)); break;
        }
    }

    private static TensorShape Result(Node node, TensorShape a, TensorShape b)
    {
        var batch = Broadcasting.Shape(node, a[..^2], b[..^2]);
        return batch.Concat(new TensorShape(a[node.Attr("adj_x", false) ? ^1 : ^2], b[node.Attr("adj_y", false) ? ^2 : ^1]));
    }
}
