using KerasNet.Backends.Managed;
using KerasNet.Graphs;

namespace KerasNet;

/// <summary>An op that changes slices of a tensor at positions of several axes: tensor, indices, updates.</summary>
internal abstract class TensorScatterOp : NumberOp
{
    protected delegate void Join<T>(ReadOnlySpan<T> a, ReadOnlySpan<T> b, Span<T> y);

    public override TensorSpec[] Infer(Node node)
    {
        var (x, indices, updates) = (node.Inputs[0], node.Inputs[1], node.Inputs[2]);
        if (x.DType != updates.DType)
        {
            throw node.Error($"the tensor and its updates must have one data type. Received: {x.DType.Name()} and {updates.DType.Name()}. Cast one of them.");
        }

        NdIndex.CheckUpdates(node, indices, updates, x.Shape);
        return [new(x.DType, x.Shape)];
    }

    protected static void Scatter<T>(Kernel kernel, Join<T> join)
        where T : unmanaged
    {
        var x = kernel.Input(0);
        var updates = kernel.Input(2).Raw<T>();
        var y = Allocate<T>(kernel, x.Shape).Raw<T>();
        x.Raw<T>().CopyTo(y);
        var at = new NdIndex(kernel.Node, kernel.Input(1), x.Shape);
        for (var row = 0; row < at.Rows; row++)
        {
            var to = y.Slice(at.Offset(row), at.SliceSize);
            join(to, updates.Slice(row * at.SliceSize, at.SliceSize), to);
        }
    }

    /// <summary>Gradients of the largest or smallest of what meets at a place: shared by those that are it.</summary>
    protected static Tensor?[] Shared(Node node, Tensor dy)
    {
        var (x, indices, updates, y) = (node.Inputs[0], node.Inputs[1], node.Inputs[2], node.Outputs[0]);
        var isX = RawOps.Cast(RawOps.Equal(x, y), y.DType);
        var isUpdate = RawOps.Cast(RawOps.Equal(updates, RawOps.GatherNd(y, indices)), y.DType);
        var share = RawOps.RealDiv(dy, RawOps.AddV2(isX, RawOps.ScatterNd(indices, isUpdate, RawOps.Cast(RawOps.Shape(x), indices.DType), x.Shape)));
        return [RawOps.Mul(share, isX), null, RawOps.Mul(RawOps.GatherNd(share, indices), isUpdate)];
    }
}
