using KerasNet.Backends.Managed;
using KerasNet.Graphs;

namespace KerasNet;

internal static partial class RawOps
{
    /// <summary>Eigenvalues of symmetric matrices in ascending order, and vectors in columns; only the lower triangles are read.</summary>
    public static (Tensor Values, Tensor Vectors) SelfAdjointEigV2(Tensor x)
    {
        var both = Op<SelfAdjointEigV2Op>.Instance.Call([x], ("compute_v", true));
        return (both[0], both[1]);
    }
}

/// <summary>Eigenvalues and vectors of symmetric matrices.</summary>
internal sealed class SelfAdjointEigV2Op : MatrixOp
{
    public override string Name => "SelfAdjointEigV2";

    public override TensorSpec[] Infer(Node node) => [new(Square(node).DType, node.Inputs[0].Shape[..^1]), new(node.Inputs[0].DType, node.Inputs[0].Shape)];

    public override Tensor?[] Gradient(Node node, Tensor?[] dy)
    {
        var (e, v) = (node.Outputs[0], node.Outputs[1]);
        var middle = dy[0] is { } de ? Diagonal(de) : null;
        if (dy[1] is { } dv)
        {
            var turned = RawOps.Mul(Gaps(e), Times(v, dv, transposeA: true));
            middle = middle is null ? turned : RawOps.AddV2(middle, turned);
        }

        // Only the lower triangle is an input: what belongs to the upper one is added there.
        var whole = Times(v, Times(middle!, v, transposeB: true));
        var sum = RawOps.AddV2(whole, T(whole));
        var half = RawOps.Mul(RawOps.Scalar(0.5, e.DType), RawOps.MatrixBandPart(sum, 0, 0));
        return [RawOps.Sub(RawOps.MatrixBandPart(sum, -1, 0), half)];
    }

    public override void Run(Kernel kernel)
    {
        var x = kernel.Input(0);
        var (e, v, n) = (kernel.Allocate(0, x.Shape[..^1]), kernel.Allocate(1, x.Shape), x.Shape[^1]);
        for (var m = 0; m < MatrixValues.Count(x); m++)
        {
            var (values, vectors) = Decompositions.Symmetric(MatrixValues.Read(x, m, n * n), n, x.DType == DataType.Float32);
            MatrixValues.Write(e, m, values);
            MatrixValues.Write(v, m, vectors);
        }
    }
}
