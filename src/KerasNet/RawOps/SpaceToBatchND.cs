using KerasNet.Backends.Managed;
using KerasNet.Graphs;

namespace KerasNet;

internal static partial class RawOps
{
    /// <summary>Pads, then moves blocks of the axes after the first into the first.</summary>
    public static Tensor SpaceToBatchND(Tensor x, Tensor block, Tensor paddings) => Op<SpaceToBatchNDOp>.Instance.Call1([x, block, paddings]);
}

/// <summary>Blocks of space moved into the batch: what makes a dilated convolution a plain one.</summary>
internal sealed class SpaceToBatchNDOp : OpDefinition
{
    public override string Name => "SpaceToBatchND";

    public override TensorSpec[] Infer(Node node)
    {
        var x = node.Inputs[0];
        var block = node.ConstantInts(1) ?? throw node.Error("the block must be constant.");
        if (PartialValue.Rows(node.Inputs[2]) is not { } pads)
        {
            return [new(x.DType, BatchToSpaceNDOp.Unsized(x.Shape, block.Length))];
        }

        var dims = x.Shape.ToArray();
        dims[0] = dims[0] < 0 ? -1 : dims[0] * block.Aggregate(1, (a, b) => a * b);
        for (var i = 0; i < block.Length; i++)
        {
            var padded = dims[i + 1] + pads[2 * i] + pads[(2 * i) + 1];
            if (dims[i + 1] >= 0 && !Unknown(pads, i) && padded % block[i] != 0)
            {
                throw node.Error($"padded_shape[{i}]={padded} is not divisible by block_shape[{i}]={block[i]}. Received: shape {x.Shape}.");
            }

            dims[i + 1] = dims[i + 1] < 0 || Unknown(pads, i) ? -1 : padded / block[i];
        }

        return [new(x.DType, new TensorShape(dims))];
    }

    /// <summary>Whether a pair is known only when the graph runs.</summary>
    public static bool Unknown(int[] pairs, int axis) => pairs[2 * axis] < 0 || pairs[(2 * axis) + 1] < 0;

    public override Tensor?[] Gradient(Node node, Tensor?[] dy) => [RawOps.BatchToSpaceND(dy[0]!, node.Inputs[1], node.Inputs[2]), null, null];

    public override void Run(Kernel kernel)
    {
        var (x, block, pads) = (kernel.Input(0), NumberReader.Ints(kernel.Input(1)), NumberReader.Ints(kernel.Input(2)));
        var m = block.Length;
        var paddings = new int[x.Rank * 2];
        pads.CopyTo(paddings, 2);
        var padded = RawOps.PadNow(x, paddings);
        var steps = StridedCopy.Steps(padded.Shape);
        int[] sizes = [.. Enumerable.Range(0, m).Select(i => padded.Shape[i + 1] / block[i])];
        var rest = padded.Shape[(m + 1)..].ToArray();
        var y = kernel.Allocate(0, new TensorShape([block.Aggregate(x.Shape[0], (a, b) => a * b), .. sizes, .. rest]));
        int[] dims = [.. block, x.Shape[0], .. sizes, .. rest];
        long[] from = [.. steps[1..(m + 1)], steps[0], .. steps[1..(m + 1)].Select((s, i) => s * block[i]), .. steps[(m + 1)..]];
        StridedCopy.Run(dims, padded, 0, from, y, 0, StridedCopy.Steps(new TensorShape(dims)));
    }
}
