namespace KerasNet;

public static partial class Ops
{
    /// <summary>Moves blocks of space into channels.</summary>
    /// <remarks>Python: <c>keras.ops.space_to_depth</c>.</remarks>
    public static Tensor SpaceToDepth(Tensor x, int blockSize, string dataFormat = "channels_last") =>
        Run("SpaceToDepth", x, t => ImagesLast(t, dataFormat, y => RawOps.SpaceToDepth(y, blockSize)), ("block_size", blockSize), ("data_format", dataFormat));
}
