namespace KerasNet.Preprocessing;

/// <summary>Pictures as arrays, under the names of older scripts.</summary>
/// <remarks>Python: <c>keras.preprocessing.image</c>. Those of <see cref="Utils"/> are the same.</remarks>
public static class Image
{
    /// <summary>As <see cref="Utils.ArrayToImg"/>.</summary>
    public static Tensor ArrayToImg(Tensor x, string? dataFormat = null, bool scale = true, DataType? dtype = null) => Utils.ArrayToImg(x, dataFormat, scale, dtype);

    /// <summary>As <see cref="Utils.ImgToArray"/>.</summary>
    public static Tensor ImgToArray(Tensor img, string? dataFormat = null, DataType? dtype = null) => Utils.ImgToArray(img, dataFormat, dtype);

    /// <summary>As <see cref="Utils.LoadImg"/>.</summary>
    public static Tensor LoadImg(string path, string colorMode = "rgb", (int Height, int Width)? targetSize = null, string interpolation = "nearest", bool keepAspectRatio = false) =>
        Utils.LoadImg(path, colorMode, targetSize, interpolation, keepAspectRatio);

    /// <summary>As <see cref="Utils.SaveImg"/>.</summary>
    public static void SaveImg(string path, Tensor x, string? dataFormat = null, string? fileFormat = null, bool scale = true) => Utils.SaveImg(path, x, dataFormat, fileFormat, scale);

    /// <summary>Pictures of another size without distortion: the largest part from the middle that has the new aspect ratio, resized.</summary>
    /// <remarks>Python: <c>keras.preprocessing.image.smart_resize</c>.</remarks>
    /// <param name="x">A picture <c>(height, width, channels)</c> or several, <c>(batch, height, width, channels)</c>.</param>
    /// <param name="size">Height and width of the result.</param>
    /// <param name="interpolation"><c>bilinear</c>, <c>nearest</c>, <c>bicubic</c>, <c>lanczos3</c> or <c>lanczos5</c>.</param>
    /// <param name="dataFormat"><c>channels_last</c> or <c>channels_first</c>.</param>
    /// <exception cref="ArgumentException">The array has other than 3 or 4 axes.</exception>
    public static Tensor SmartResize(Tensor x, (int Height, int Width) size, string interpolation = "bilinear", string dataFormat = "channels_last")
    {
        if (x.Rank is not (3 or 4))
        {
            throw new ArgumentException($"Expected an image array with shape `(height, width, channels)`, or `(batch_size, height, width, channels)`, but got input with incorrect rank, of shape {x.Shape}.", nameof(x));
        }

        Internal.Require.Positive(size.Height, nameof(size));
        Internal.Require.Positive(size.Width, nameof(size));
        var (down, across) = ImageLayout.IsChannelsFirst(dataFormat) ? (x.Rank - 2, x.Rank - 1) : (x.Rank - 3, x.Rank - 2);
        var (height, width) = (x.Shape[down], x.Shape[across]);
        if (height < 0 || width < 0)
        {
            throw new ArgumentException($"SmartResize cuts a part that depends on height and width, which are not known: shape {x.Shape}. Declare them, or use layers.Resizing with cropToAspectRatio.", nameof(x));
        }

        // Keras divides in float64 and cuts off.
        var cropHeight = Math.Max(Math.Min(height, (int)((double)((long)width * size.Height) / size.Width)), 1);
        var cropWidth = Math.Max(Math.Min(width, (int)((double)((long)height * size.Width) / size.Height)), 1);
        var (starts, sizes) = (new int[x.Rank], x.Shape.Dims.ToArray());
        (starts[down], starts[across]) = ((height - cropHeight) / 2, (width - cropWidth) / 2);
        (sizes[down], sizes[across]) = (cropHeight, cropWidth);
        return Ops.Image.Resize(Ops.Slice(x, Tensor.From(starts), new TensorShape(sizes)), (size.Height, size.Width), interpolation, dataFormat: dataFormat);
    }
}
