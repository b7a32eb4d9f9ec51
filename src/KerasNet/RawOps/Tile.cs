using KerasNet.Backends.Managed;
using KerasNet.Graphs;

namespace KerasNet;

internal static partial class RawOps
{
    /// <summary>Repeats the whole tensor along each axis.</summary>
    public static Tensor Tile(Tensor x, Tensor multiples) => Op<TileOp>.Instance.Call1([x, multiples]);
}

/// <summary>The whole tensor again and again along each axis.</summary>
internal sealed class TileOp : OpDefinition
{
    public override string Name => "Tile";

    public override TensorSpec[] Infer(Node node)
    {
        var x = node.Inputs[0];
        var multiples = PartialValue.Of(node.Inputs[1]);
        return multiples.Length == x.Rank && (!node.Inputs[1].IsConcrete || multiples.All(m => m >= 0))
            ? [new(x.DType, new TensorShape([.. multiples.Select((m, i) => m < 0 || x.Shape[i] < 0 ? -1 : m * x.Shape[i])]))]
            : throw node.Error($"expected one count of 0 or more for each of the {x.Rank} axes of shape {x.Shape}. Received: ({string.Join(", ", multiples)}).");
    }

    public override Tensor?[] Gradient(Node node, Tensor?[] dy)
    {
        var x = node.Inputs[0];
        var dims = new Tensor[x.Rank * 2];
        for (var i = 0; i < x.Rank; i++)
        {
            dims[2 * i] = RawOps.StridedSlice(node.Inputs[1], i);
            dims[(2 * i) + 1] = RawOps.Dim(x, i);
        }

        var axes = RawOps.Constant([.. Enumerable.Range(0, x.Rank).Select(i => 2 * i)]);
        return [x.Rank == 0 ? dy[0] : RawOps.Sum(RawOps.Reshape(dy[0]!, dims), axes), null];
    }

    public override void Run(Kernel kernel)
    {
        var (x, multiples) = (kernel.Input(0), NumberReader.Ints(kernel.Input(1)));
        var y = kernel.Allocate(0, new TensorShape([.. multiples.Select((m, i) => m * x.Shape[i])]));
        var (sx, sy) = (StridedCopy.Steps(x.Shape), StridedCopy.Steps(y.Shape));
        int[] dims = [.. Enumerable.Range(0, x.Rank).SelectMany(i => new[] { multiples[i], x.Shape[i] })];
        StridedCopy.Run(
            dims,
            x, 0, [.. Enumerable.Range(0, x.Rank).SelectMany(i => new[] { 0, sx[i] })],
            y, 0, [.. Enumerable.Range(0, x.Rank).SelectMany(i => new[] { sy[i] * x.Shape[i], sy[i] })]);
    }
}
