using KerasNet.Backends.Managed;
using KerasNet.Graphs;

namespace KerasNet;

/// <summary>What Softmax and LogSoftmax share: the shape rule and the loop over rows.</summary>
internal static class SoftmaxRows
{
    public delegate void Row<T>(ReadOnlySpan<T> x, Span<T> y);

    public static TensorSpec Spec(Node node)
    {
        var x = node.Inputs[0];
        return x.Rank == 0 || !x.DType.IsFloating()
            ? throw node.Error($"expects floating-point logits of rank 1 or more. Received: {x.Shape} of {x.DType.Name()}.")
            : new(x.DType, x.Shape);
    }

    public static void Run<T>(Kernel kernel, Row<T> row)
        where T : unmanaged
    {
        var x = kernel.Input(0);
        var y = kernel.Allocate(0, x.Shape, DataTypes.Of(typeof(T)));
        var width = x.Shape[^1];
        var rows = width == 0 ? 0 : (int)(x.Shape.Size / width);
        ManagedThreads.For(rows, ManagedThreads.Grain(8L * width), new Rows<T>(x, y, width, row));
    }

    private readonly struct Rows<T>(Tensor x, Tensor y, int width, Row<T> row) : IRangeAction
        where T : unmanaged
    {
        public void Run(int start, int end)
        {
            var px = x.AsSpan<T>();
            var py = y.Writable<T>();
            for (var i = start; i < end; i++)
            {
                row(px.Slice(i * width, width), py.Slice(i * width, width));
            }
        }
    }
}
