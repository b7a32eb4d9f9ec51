namespace KerasNet;

public static partial class Utils
{
    /// <summary>A picture from an array.</summary>
    /// <remarks>Python: <c>keras.utils.array_to_img</c>.</remarks>
    /// <param name="x">Numbers <c>(height, width, channels)</c> of 1, 3 or 4 channels.</param>
    /// <param name="dataFormat"><c>channels_last</c> or <c>channels_first</c>; null: the configured one.</param>
    /// <param name="scale">Whether the least number becomes 0 and the greatest 255.</param>
    /// <param name="dtype">Type in which is computed; null: the default float type.</param>
    /// <returns>Bytes <c>(height, width, channels)</c>.</returns>
    /// <exception cref="ArgumentException">The array has other than 3 axes, or another number of channels.</exception>
    public static Tensor ArrayToImg(Tensor x, string? dataFormat = null, bool scale = true, DataType? dtype = null)
    {
        if (x.Rank != 3)
        {
            throw new ArgumentException($"Expected image array to have rank 3 (single image). Got array with shape: {x.Shape}", nameof(x));
        }

        x = Ops.Cast(x, dtype ?? Keras.Config.FloatX);
        x = ImageLayout.IsChannelsFirst(dataFormat) ? Ops.Transpose(x, [1, 2, 0]) : x;
        if (x.Shape[2] is not (1 or 3 or 4))
        {
            throw new ArgumentException($"Unsupported channel number: {x.Shape[2]}", nameof(x));
        }

        if (scale)
        {
            x -= Ops.Min(x);
            var most = Ops.Max(x).ToDouble();
            x = (most == 0 ? x : x / Ops.Max(x)) * 255;
        }

        return Ops.Cast(x, DataType.UInt8);
    }
}
