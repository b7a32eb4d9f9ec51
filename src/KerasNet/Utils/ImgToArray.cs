namespace KerasNet;

public static partial class Utils
{
    /// <summary>A picture as an array of floats.</summary>
    /// <remarks>Python: <c>keras.utils.img_to_array</c>.</remarks>
    /// <param name="img">Pixels <c>(height, width, channels)</c> or <c>(height, width)</c>.</param>
    /// <param name="dataFormat"><c>channels_last</c> or <c>channels_first</c>; null: the configured one.</param>
    /// <param name="dtype">Type of the result; null: the default float type.</param>
    /// <exception cref="ArgumentException">The picture has other than 2 or 3 axes.</exception>
    public static Tensor ImgToArray(Tensor img, string? dataFormat = null, DataType? dtype = null)
    {
        var x = img.Rank switch
        {
            2 => Ops.ExpandDims(img, -1),
            3 => img,
            _ => throw new ArgumentException($"Unsupported image shape: {img.Shape}", nameof(img)),
        };
        x = Ops.Cast(x, dtype ?? Keras.Config.FloatX);
        return ImageLayout.IsChannelsFirst(dataFormat) ? Ops.Transpose(x, [2, 0, 1]) : x;
    }
}
