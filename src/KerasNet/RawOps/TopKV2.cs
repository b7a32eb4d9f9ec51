using KerasNet.Backends.Managed;
using KerasNet.Graphs;

namespace KerasNet;

internal static partial class RawOps
{
    /// <summary>The largest elements of each row and their int32 positions; of equal ones the first comes first.</summary>
    public static (Tensor Values, Tensor Indices) TopKV2(Tensor x, Tensor k, bool sorted = true)
    {
        var both = Op<TopKV2Op>.Instance.Call([x, k], ("sorted", sorted));
        return (both[0], both[1]);
    }
}

/// <summary>The largest elements of each row.</summary>
internal sealed class TopKV2Op : NumberOp
{
    public override string Name => "TopKV2";

    public override TensorSpec[] Infer(Node node)
    {
        var x = node.Inputs[0];
        var k = PartialValue.Of(node.Inputs[1])[0];
        if (x.Rank == 0 || (x.Shape[^1] >= 0 && k > x.Shape[^1]))
        {
            throw node.Error($"input must have at least k columns. Had {(x.Rank == 0 ? 0 : x.Shape[^1])}, needed {k}");
        }

        var shape = x.Shape.With(x.Rank - 1, k);
        return [new(x.DType, shape), new(DataType.Int32, shape)];
    }

    public override Tensor?[] Gradient(Node node, Tensor?[] dy)
    {
        if (dy[0] is null)
        {
            return [null, null];
        }

        // Rows lie one after the other, so that a position in the whole is row · columns + index.
        var (x, indices) = (node.Inputs[0], node.Outputs[1]);
        var dims = RawOps.DimsOf(x);
        var (rows, columns) = (RawOps.Product(dims.AsSpan(..^1)), dims[^1]);
        var starts = RawOps.Reshape(RawOps.Mul(RawOps.Range(rows), columns), [rows, RawOps.Scalar(1)]);
        var ids = RawOps.AddV2(RawOps.Reshape(indices, [rows, RawOps.Dim(indices, x.Rank - 1)]), starts);
        var flat = RawOps.UnsortedSegmentSum(RawOps.Reshape(dy[0]!, RawOps.Constant(-1)), RawOps.Reshape(ids, RawOps.Constant(-1)), RawOps.Product(rows, columns));
        return [RawOps.Reshape(flat, dims), null];
    }

    protected override unsafe void Compute<T>(Kernel kernel)
    {
        var (x, k) = (kernel.Input(0), NumberReader.Ints(kernel.Input(1))[0]);
        var n = x.Shape[^1];
        if (k < 0 || k > n)
        {
            throw kernel.Node.Error($"input must have at least k columns. Had {n}, needed {k}");
        }

        var shape = x.Shape.With(x.Rank - 1, k);
        var values = Allocate<T>(kernel, shape);
        var indices = kernel.Allocate(1, shape, DataType.Int32);
        if (k > 0)
        {
            TopK.Run((T*)x.Pointer, (int)(x.Size / n), n, k, kernel.Node.Attr("sorted", true), (T*)values.Pointer, (int*)indices.Pointer);
        }
    }
}
