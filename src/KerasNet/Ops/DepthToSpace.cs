namespace KerasNet;

public static partial class Ops
{
    /// <summary>Moves channels into blocks of space: sub-pixel upsampling.</summary>
    /// <remarks>Python: <c>keras.ops.depth_to_space</c>.</remarks>
    public static Tensor DepthToSpace(Tensor x, int blockSize, string dataFormat = "channels_last") => blockSize < 2
        ? throw new ArgumentException($"`block_size` must be at least 2. Received: block_size={blockSize}", nameof(blockSize))
        : Run("DepthToSpace", x, t => ImagesLast(t, dataFormat, y => RawOps.DepthToSpace(y, blockSize)), ("block_size", blockSize), ("data_format", dataFormat));

    /// <summary>Computes on images with channels last, whatever their order is.</summary>
    private static Tensor ImagesLast(Tensor x, string dataFormat, Func<Tensor, Tensor> compute) =>
        Internal.Require.OneOf(dataFormat, ["channels_last", "channels_first"]) == "channels_last"
            ? compute(x)
            : RawOps.Transpose(compute(RawOps.Transpose(x, 0, 2, 3, 1)), 0, 3, 1, 2);
}
