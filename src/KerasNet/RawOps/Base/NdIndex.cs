using KerasNet.Backends.Managed;
using KerasNet.Graphs;

namespace KerasNet;

/// <summary>Indices whose last axis names a position in a shape: where the slices lie that they mean.</summary>
internal readonly struct NdIndex
{
    private readonly Node _node;
    private readonly IndexReader _ids;
    private readonly TensorShape _indices;
    private readonly TensorShape _shape;
    private readonly long[] _steps;

    public NdIndex(Node node, Tensor indices, TensorShape shape)
    {
        (_node, _ids, _indices, _shape, _steps) = (node, new IndexReader(indices), indices.Shape, shape, StridedCopy.Steps(shape));
        Depth = indices.Shape[^1];
        SliceSize = checked((int)shape[Depth..].Size);
        Rows = checked((int)indices.Shape[..^1].Size);
    }

    /// <summary>Number of axes that are indexed.</summary>
    public int Depth { get; }

    /// <summary>Elements of a slice.</summary>
    public int SliceSize { get; }

    /// <summary>Number of slices.</summary>
    public int Rows { get; }

    /// <summary>Where slice number <paramref name="row"/> begins.</summary>
    public int Offset(int row)
    {
        var offset = 0L;
        for (var d = 0; d < Depth; d++)
        {
            var id = _ids[((long)row * Depth) + d];
            if ((ulong)id >= (ulong)_shape[d])
            {
                var ids = _ids;
                var depth = Depth;
                var all = string.Join(", ", Enumerable.Range(0, depth).Select(i => ids[((long)row * depth) + i]));
                throw _node.Error($"indices{Position(_indices[..^1], row)} = [{all}] does not index into {(_node.Definition is GatherNdOp ? "param " : string.Empty)}shape [{string.Join(",", _shape.Dims.ToArray())}]");
            }

            offset += id * _steps[d];
        }

        return checked((int)offset);
    }

    /// <summary>Element number <paramref name="i"/> as TensorFlow writes its position: <c>[1,2]</c>.</summary>
    public static string Position(TensorShape shape, long i)
    {
        var position = new long[shape.Rank];
        for (var d = position.Length - 1; d >= 0; d--)
        {
            position[d] = i % shape[d];
            i /= shape[d];
        }

        return $"[{string.Join(",", position)}]";
    }

    /// <summary>Number of indexed axes, checked against the shape.</summary>
    public static int DepthOf(Node node, Tensor indices, TensorShape shape)
    {
        if (indices.DType is not (DataType.Int32 or DataType.Int64) || indices.Rank == 0 || indices.Shape[^1] < 0 || indices.Shape[^1] > shape.Rank)
        {
            throw node.Error($"indices must be int32 or int64, and their last axis must be known and at most {shape.Rank} long, to index shape {shape}. Received: {indices.DType.Name()}, shape {indices.Shape}.");
        }

        return indices.Shape[^1];
    }

    /// <summary>Checks that there is one slice for each index.</summary>
    public static void CheckUpdates(Node node, Tensor indices, Tensor updates, TensorShape shape)
    {
        var expected = new TensorShape([.. indices.Shape[..^1].Dims, .. shape[DepthOf(node, indices, shape)..].Dims]);
        if (!updates.Shape.IsCompatibleWith(expected))
        {
            throw node.Error($"Must have updates.shape = indices.shape[:-1] + shape[depth:] = {expected}. Received: updates.shape={updates.Shape}, indices.shape={indices.Shape}, shape={shape}.");
        }
    }
}
