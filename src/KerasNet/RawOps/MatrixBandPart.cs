using KerasNet.Backends.Managed;
using KerasNet.Graphs;

namespace KerasNet;

internal static partial class RawOps
{
    /// <summary>Matrices with zeros outside a band around the diagonal; a negative width keeps that whole side.</summary>
    public static Tensor MatrixBandPart(Tensor x, int lower, int upper) => Op<MatrixBandPartOp>.Instance.Call1([x, Scalar(lower), Scalar(upper)]);
}

/// <summary>Matrices with zeros outside a band around the diagonal.</summary>
internal sealed class MatrixBandPartOp : OpDefinition
{
    public override string Name => "MatrixBandPart";

    public override TensorSpec[] Infer(Node node) => node.Inputs[0].Rank >= 2
        ? [new(node.Inputs[0].DType, node.Inputs[0].Shape)]
        : throw node.Error($"expected matrices. Received: shape {node.Inputs[0].Shape}.");

    public override Tensor?[] Gradient(Node node, Tensor?[] dy) => [Op<MatrixBandPartOp>.Instance.Call1([dy[0]!, node.Inputs[1], node.Inputs[2]]), null, null];

    public override void Run(Kernel kernel)
    {
        var (x, lower, upper) = (kernel.Input(0), NumberReader.Ints(kernel.Input(1))[0], NumberReader.Ints(kernel.Input(2))[0]);
        var y = kernel.Allocate(0, x.Shape);
        var (rows, columns, size) = (x.Shape[^2], x.Shape[^1], x.DType.Size());
        var all = y.WritableBytes();
        all.Clear();
        for (var i = 0; columns > 0 && i < x.Size / columns; i++)
        {
            var row = i % rows;
            var first = lower < 0 ? 0 : Math.Clamp(row - lower, 0, columns);
            var end = upper < 0 ? columns : Math.Clamp(row + upper + 1, first, columns);
            var at = ((i * columns) + first) * size;
            x.Bytes().Slice(at, (end - first) * size).CopyTo(all[at..]);
        }
    }
}
