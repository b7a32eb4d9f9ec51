using KerasNet.Backends.Managed;
using KerasNet.Graphs;

namespace KerasNet;

/// <summary>An op that joins rows with the same number: data, segment_ids, num_segments. Negative numbers are left out.</summary>
internal abstract class UnsortedSegmentOp : NumberOp
{
    protected delegate void Join<T>(ReadOnlySpan<T> a, ReadOnlySpan<T> b, Span<T> y);

    public override TensorSpec[] Infer(Node node)
    {
        var (data, ids, num) = (node.Inputs[0], node.Inputs[1], node.Inputs[2]);
        if (ids.DType is not (DataType.Int32 or DataType.Int64) || ids.Rank > data.Rank || !data.Shape[..ids.Rank].IsCompatibleWith(ids.Shape))
        {
            throw node.Error($"segment_ids must be int32 or int64 and their shape must begin the data's shape {data.Shape}. Received: {ids.DType.Name()}, shape {ids.Shape}.");
        }

        return [new(data.DType, new TensorShape([Math.Max(PartialValue.Of(num)[0], -1), .. data.Shape[ids.Rank..].Dims]))];
    }

    protected static void JoinRows<T>(Kernel kernel, T empty, Join<T> join)
        where T : unmanaged
    {
        var (data, ids) = (kernel.Input(0), new IndexReader(kernel.Input(1)));
        var (y, rows, size) = Prepare<T>(kernel);
        var from = data.Raw<T>();
        var to = y.Raw<T>();
        to.Fill(empty);
        for (var i = 0; i < rows; i++)
        {
            if (ids[i] >= 0)
            {
                var row = to.Slice((int)ids[i] * size, size);
                join(row, from.Slice(i * size, size), row);
            }
        }
    }

    /// <summary>The result's memory, the number of rows and their size, after every number has been checked.</summary>
    protected static (Tensor Result, int Rows, int Size) Prepare<T>(Kernel kernel)
        where T : unmanaged
    {
        var (data, ids) = (kernel.Input(0), new IndexReader(kernel.Input(1)));
        var (num, rank) = (NumberReader.Ints(kernel.Input(2))[0], kernel.Input(1).Rank);
        var rows = (int)data.Shape[..rank].Size;
        for (var i = 0; i < rows; i++)
        {
            if (ids[i] >= num)
            {
                throw kernel.Node.Error($"segment_ids{NdIndex.Position(kernel.Input(1).Shape, i)} = {ids[i]} is out of range [0, {num})");
            }
        }

        return (Allocate<T>(kernel, new TensorShape([num, .. data.Shape[rank..].Dims])), rows, (int)data.Shape[rank..].Size);
    }

    /// <summary>The row of each number; zeros for negative numbers.</summary>
    protected static Tensor Spread(Tensor rows, Tensor ids, int rank)
    {
        var (kept, zero) = (RawOps.GreaterEqual(ids, RawOps.Scalar(0, ids.DType)), RawOps.Scalar(0, ids.DType));
        var gathered = RawOps.GatherV2(rows, RawOps.SelectV2(kept, ids, zero));
        return RawOps.SelectV2(Expanded(kept, rank), gathered, RawOps.Scalar(0, rows.DType));
    }

    /// <summary>Gradient of the largest or smallest of a segment: shared by the rows that are it.</summary>
    protected static Tensor?[] Shared(Node node, Tensor dy)
    {
        var (data, ids, num) = (node.Inputs[0], node.Inputs[1], node.Inputs[2]);
        var isIt = RawOps.SelectV2(
            Expanded(RawOps.GreaterEqual(ids, RawOps.Scalar(0, ids.DType)), data.Rank),
            RawOps.Cast(RawOps.Equal(data, Spread(node.Outputs[0], ids, data.Rank)), data.DType),
            RawOps.Scalar(0, data.DType));
        var share = RawOps.RealDiv(dy, RawOps.UnsortedSegmentSum(isIt, ids, num));
        return [RawOps.SelectV2(RawOps.Greater(isIt, RawOps.Scalar(0, data.DType)), Spread(share, ids, data.Rank), RawOps.Scalar(0, data.DType)), null, null];
    }

    private static Tensor Expanded(Tensor x, int rank)
    {
        for (var i = x.Rank; i < rank; i++)
        {
            x = RawOps.ExpandDims(x, -1);
        }

        return x;
    }
}
