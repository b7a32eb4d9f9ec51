using KerasNet.Backends.Managed;
using KerasNet.Graphs;

namespace KerasNet;

internal static partial class RawOps
{
    /// <summary>A box out of a tensor; a size of -1 takes the rest of the axis.</summary>
    public static Tensor Slice(Tensor x, Tensor begin, Tensor size) => Op<SliceOp>.Instance.Call1([x, begin, size]);
}

/// <summary>A box out of a tensor.</summary>
internal sealed class SliceOp : OpDefinition
{
    public override string Name => "Slice";

    public override bool Aliases => true;

    public override TensorSpec[] Infer(Node node)
    {
        var x = node.Inputs[0];
        for (var i = 1; i <= 2; i++)
        {
            if (node.Inputs[i].Shape != x.Rank)
            {
                throw node.Error($"begin and size need one number for each axis of shape {x.Shape}. Received: shapes {node.Inputs[1].Shape} and {node.Inputs[2].Shape}.");
            }
        }

        var size = PartialValue.Of(node.Inputs[2]);
        if (node.ConstantInts(1) is { } begin)
        {
            return [new(x.DType, Box(node, x.Shape, begin, size, node.Inputs[2].IsConcrete))];
        }

        return [new(x.DType, new TensorShape([.. size.Select(s => Math.Max(s, -1))]))];
    }

    public override Tensor?[] Gradient(Node node, Tensor?[] dy)
    {
        var (x, y) = (node.Inputs[0], node.Outputs[0]);
        var begin = node.Inputs[1].DType == DataType.Int32 ? node.Inputs[1] : RawOps.Cast(node.Inputs[1], DataType.Int32);
        var after = RawOps.Sub(RawOps.Sub(RawOps.Shape(x), RawOps.Shape(y)), begin);
        return [RawOps.Pad(dy[0]!, RawOps.Pack([begin, after], 1), x.Shape), null, null];
    }

    public override void Run(Kernel kernel)
    {
        var (x, begin) = (kernel.Input(0), NumberReader.Ints(kernel.Input(1)));
        var shape = Box(kernel.Node, x.Shape, begin, NumberReader.Ints(kernel.Input(2)), true);
        var steps = StridedCopy.Steps(x.Shape);
        var offset = begin.Select((b, i) => b * steps[i]).Sum();
        if (IsContiguous(x.Shape, shape))
        {
            kernel.Alias(0, x.View(shape, shape.Size == 0 ? 0 : offset));
            return;
        }

        StridedCopy.Run(shape.Dims, x, offset, steps, kernel.Allocate(0, shape), 0, StridedCopy.Steps(shape));
    }

    private static TensorShape Box(Node node, TensorShape x, int[] begin, int[] size, bool rest)
    {
        var dims = new int[x.Rank];
        for (var i = 0; i < dims.Length; i++)
        {
            dims[i] = size[i] >= 0 ? size[i] : rest && x[i] >= 0 ? x[i] - begin[i] : -1;
            if (begin[i] < 0 || (x[i] >= 0 && (begin[i] > x[i] || begin[i] + Math.Max(dims[i], 0) > x[i])))
            {
                throw node.Error($"Expected size[{i}] in [0, {x[i] - begin[i]}], but got {size[i]}. A box that begins at ({string.Join(", ", begin)}) with sizes ({string.Join(", ", size)}) must lie inside shape {x}.");
            }
        }

        return new TensorShape(dims);
    }

    /// <summary>True when the box lies in one piece: only the first axis that has more than one element is cut.</summary>
    private static bool IsContiguous(TensorShape x, TensorShape box)
    {
        var cut = 0;
        while (cut < box.Rank && box[cut] == 1)
        {
            cut++;
        }

        for (var i = cut + 1; i < box.Rank; i++)
        {
            if (box[i] != x[i])
            {
                return false;
            }
        }

        return true;
    }
}
