using KerasNet.Backends.Managed;
using KerasNet.Graphs;

namespace KerasNet;

internal static partial class RawOps
{
    /// <summary>Slices along an axis by their indices; the first <paramref name="batchDims"/> axes of both go together.</summary>
    public static Tensor GatherV2(Tensor x, Tensor indices, int axis = 0, int batchDims = 0) =>
        Op<GatherV2Op>.Instance.Call1([x, indices, Scalar(axis)], ("batch_dims", batchDims));
}

/// <summary>Slices along an axis by their indices: an embedding's look-up.</summary>
internal sealed class GatherV2Op : OpDefinition
{
    public override string Name => "GatherV2";

    public override TensorSpec[] Infer(Node node)
    {
        var (x, indices) = (node.Inputs[0], node.Inputs[1]);
        var (axis, batch) = Axes(node, x.Shape);
        if (indices.DType is not (DataType.Int32 or DataType.Int64))
        {
            throw node.Error($"indices must be int32 or int64. Received: {indices.DType.Name()}. Cast them with Ops.Cast.");
        }

        if (batch > axis || batch > indices.Rank || !x.Shape[..batch].IsCompatibleWith(indices.Shape[..batch]))
        {
            throw node.Error($"the first {batch} axes of shapes {x.Shape} and {indices.Shape} must be the same, and lie before axis {axis}.");
        }

        return [new(x.DType, Gathered(x.Shape, indices.Shape, axis, batch))];
    }

    public override Tensor?[] Gradient(Node node, Tensor?[] dy)
    {
        var (x, indices) = (node.Inputs[0], node.Inputs[1]);
        var (axis, batch) = Axes(node, x.Shape);
        if (axis == 0)
        {
            var parts = dy[0]!;
            var sum = RawOps.UnsortedSegmentSum(parts, indices, RawOps.Dim(x, 0));
            sum.SquaredParts = () => RawOps.UnsortedSegmentSum(RawOps.Square(parts), indices, RawOps.Dim(x, 0));
            return [sum, null, null];
        }

        // The indices' axes come to the front and are joined with the batch; the sums go back the same way.
        var (dims, picked) = (RawOps.DimsOf(x), RawOps.DimsOf(indices));
        var (groups, kept) = (RawOps.Product(dims.AsSpan(..batch)), indices.Rank - batch);
        var d = RawOps.Transpose(dy[0]!, [.. Axes(0, batch), .. Axes(axis, kept), .. Axes(batch, axis - batch), .. Axes(axis + kept, x.Rank - axis - 1)]);
        Tensor[] others = [.. dims[batch..axis], .. dims[(axis + 1)..]];
        d = RawOps.Reshape(d, [RawOps.Product(picked), .. others]);
        var ids = indices;
        if (batch > 0)
        {
            var starts = RawOps.Mul(RawOps.Range(RawOps.Scalar(0), groups, RawOps.Scalar(1)), dims[axis]);
            ids = RawOps.AddV2(
                RawOps.Reshape(ids, [groups, RawOps.Product(picked.AsSpan(batch..))]),
                RawOps.Reshape(RawOps.Cast(starts, ids.DType), [groups, RawOps.Scalar(1)]));
        }

        var sums = RawOps.UnsortedSegmentSum(d, RawOps.Reshape(ids, RawOps.Constant(-1)), RawOps.Product(groups, dims[axis]));
        sums = RawOps.Reshape(sums, [.. dims[..batch], dims[axis], .. others]);
        return [RawOps.Transpose(sums, [.. Axes(0, batch), .. Axes(batch + 1, axis - batch), batch, .. Axes(axis + 1, x.Rank - axis - 1)]), null, null];
    }

    public override void Run(Kernel kernel)
    {
        var (x, indices) = (kernel.Input(0), kernel.Input(1));
        var (axis, batch) = Axes(kernel.Node, x.Shape);
        Gather(kernel.Node, x, indices, kernel.Allocate(0, Gathered(x.Shape, indices.Shape, axis, batch)), axis, batch);
    }

    private static unsafe void Gather(Node node, Tensor x, Tensor indices, Tensor y, int axis, int batch)
    {
        var ids = new IndexReader(indices);
        var (groups, outer) = (Count(x.Shape[..batch]), Count(x.Shape[batch..axis]));
        var (size, picked) = (x.Shape[axis], Count(indices.Shape[batch..]));
        var bytes = Count(x.Shape[(axis + 1)..]) * x.DType.Size();
        for (var i = 0L; i < groups * picked; i++)
        {
            if ((ulong)ids[i] >= (ulong)size)
            {
                throw node.Error($"indices{NdIndex.Position(indices.Shape, i)} = {ids[i]} is not in [0, {size})");
            }
        }

        var shape = (Groups: (int)groups, Outer: (int)outer, Picked: (int)picked);
        if (indices.DType == DataType.Int32)
        {
            Backends.Managed.Gather.Run(shape.Groups, shape.Outer, size, bytes, (int*)indices.Pointer, shape.Picked, x.Pointer, y.Pointer);
        }
        else
        {
            Backends.Managed.Gather.Run(shape.Groups, shape.Outer, size, bytes, (long*)indices.Pointer, shape.Picked, x.Pointer, y.Pointer);
        }
    }

    private static long Count(TensorShape shape) => shape.Size;

    private static IEnumerable<int> Axes(int start, int count) => Enumerable.Range(start, count);

    private static (int Axis, int Batch) Axes(Node node, TensorShape x)
    {
        var axis = node.ConstantInts(2) is [var a] ? x.Axis(a) : throw node.Error("the axis must be a constant.");
        return (axis, node.Attr("batch_dims", 0));
    }

    private static TensorShape Gathered(TensorShape x, TensorShape indices, int axis, int batch) =>
        new([.. x.Dims[..axis], .. indices.Dims[batch..], .. x.Dims[(axis + 1)..]]);
}
