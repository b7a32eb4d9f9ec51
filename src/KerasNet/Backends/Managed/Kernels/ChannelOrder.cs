namespace KerasNet.Backends.Managed;

/// <summary>Brings values whose channels are the second axis into the order of the kernels, channels last, and back.</summary>
internal static class ChannelOrder
{
    /// <summary>The value with its channels last; itself where they are so already.</summary>
    public static Tensor Last<T>(Tensor x, bool channelsFirst)
        where T : unmanaged
    {
        if (!channelsFirst)
        {
            return x;
        }

        var y = Like(x, true);
        Swap<T>(x.Raw<T>(), y.Raw<T>(), x.Shape[0], x.Shape[1]);
        return y;
    }

    /// <summary>Memory for a result with channels last; the result itself where its channels are last.</summary>
    public static Tensor Like(Tensor result, bool channelsFirst) => channelsFirst
        ? Tensor.Allocate(result.DType, new TensorShape([result.Shape[0], .. result.Shape.Dims[2..], result.Shape[1]]))
        : result;

    /// <summary>Copies a result of <see cref="Like"/> to its place.</summary>
    public static void Deliver<T>(Tensor from, Tensor to, bool channelsFirst)
        where T : unmanaged
    {
        if (channelsFirst && to.Size > 0)
        {
            Swap<T>(from.Raw<T>(), to.Raw<T>(), to.Shape[0], (int)(to.Size / to.Shape[0] / to.Shape[1]));
        }
    }

    private static void Swap<T>(ReadOnlySpan<T> from, Span<T> to, int batch, int rows)
    {
        if (from.Length == 0)
        {
            return;
        }

        var columns = from.Length / batch / rows;
        for (var n = 0; n < batch; n++)
        {
            var image = n * rows * columns;
            for (var i = 0; i < rows; i++)
            {
                for (var j = 0; j < columns; j++)
                {
                    to[image + (j * rows) + i] = from[image + (i * columns) + j];
                }
            }
        }
    }
}
