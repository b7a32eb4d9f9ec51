using KerasNet.Backends.Managed;
using KerasNet.Graphs;

namespace KerasNet;

internal static partial class RawOps
{
    /// <summary>Moves blocks of the first axis into the axes after it, then crops.</summary>
    public static Tensor BatchToSpaceND(Tensor x, Tensor block, Tensor crops) => Op<BatchToSpaceNDOp>.Instance.Call1([x, block, crops]);
}

/// <summary>Blocks of the batch moved into space: the way back of SpaceToBatchND.</summary>
internal sealed class BatchToSpaceNDOp : OpDefinition
{
    public override string Name => "BatchToSpaceND";

    public override TensorSpec[] Infer(Node node)
    {
        var block = node.ConstantInts(1) ?? throw node.Error("the block must be constant.");
        var x = node.Inputs[0];
        return [new(x.DType, PartialValue.Rows(node.Inputs[2]) is { } crops ? Spread(node, x.Shape, block, crops) : Unsized(x.Shape, block.Length))];
    }

    public override Tensor?[] Gradient(Node node, Tensor?[] dy) => [RawOps.SpaceToBatchND(dy[0]!, node.Inputs[1], node.Inputs[2]), null, null];

    public override void Run(Kernel kernel)
    {
        var (x, block, crops) = (kernel.Input(0), NumberReader.Ints(kernel.Input(1)), NumberReader.Ints(kernel.Input(2)));
        var m = block.Length;
        var full = Tensor.Allocate(x.DType, Spread(kernel.Node, x.Shape, block, new int[crops.Length]));
        var steps = StridedCopy.Steps(full.Shape);
        int[] dims = [.. block, full.Shape[0], .. x.Shape.Dims[1..]];
        long[] to = [.. steps[1..(m + 1)], steps[0], .. steps[1..(m + 1)].Select((s, i) => s * block[i]), .. steps[(m + 1)..]];
        StridedCopy.Run(dims, x, 0, StridedCopy.Steps(new TensorShape(dims)), full, 0, to);

        var y = kernel.Allocate(0, Spread(kernel.Node, x.Shape, block, crops));
        StridedCopy.Run(y.Shape.Dims, full, Enumerable.Range(0, m).Sum(i => crops[2 * i] * steps[i + 1]), steps, y, 0, StridedCopy.Steps(y.Shape));
    }

    /// <summary>What is known where the paddings or crops come with the run.</summary>
    public static TensorShape Unsized(TensorShape x, int axes) => new([.. Enumerable.Repeat(-1, axes + 1), .. x.Dims[(axes + 1)..]]);

    private static TensorShape Spread(Node node, TensorShape x, int[] block, int[] crops)
    {
        var blocks = block.Aggregate(1, (a, b) => a * b);
        var dims = x.ToArray();
        if (dims[0] >= 0 && dims[0] % blocks != 0)
        {
            throw node.Error($"Input batch dimension ({dims[0]}) is not divisible by product of block sizes ({blocks}). Received: shape {x}.");
        }

        dims[0] = dims[0] < 0 ? -1 : dims[0] / blocks;
        for (var i = 0; i < block.Length; i++)
        {
            var cropped = (dims[i + 1] * block[i]) - crops[2 * i] - crops[(2 * i) + 1];
            dims[i + 1] = dims[i + 1] < 0 || SpaceToBatchNDOp.Unknown(crops, i) ? -1
                : cropped >= 0 ? cropped
                : throw node.Error($"cropped_shape[{i}]={cropped} must be non-negative. Received: shape {x}.");
        }

        return new TensorShape(dims);
    }
}
