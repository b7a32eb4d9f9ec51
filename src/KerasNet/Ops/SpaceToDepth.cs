namespace KerasNet;

public static partial class Ops
{
    /// <summary>Moves blocks of space into channels.</summary>
    /// <remarks>Python: <c>keras.ops.space_to_depth</c>.</remarks>
    public static Tensor SpaceToDepth(Tensor x, int blockSize, string dataFormat = "channels_last") => blockSize < 2
        ? throw new ArgumentException($"`block_size` must be at least 2. Received: block_size={blockSize}", nameof(blockSize))
        : Run("SpaceToDepth", x, t => ImagesLast(t, dataFormat, y => RawOps.SpaceToDepth(y, blockSize)), ("block_size", blockSize), ("data_format", dataFormat));
}
