namespace KerasNet;

/// <summary>One image or a batch, in either order of channels, seen as <c>(batch, height, width, channels)</c>.</summary>
internal static class ImageLayout
{
    /// <summary>Calls a function of <c>(batch, height, width, channels)</c> on images of any layout and gives its result in theirs.</summary>
    /// <exception cref="ArgumentException">The images are of rank other than 3 and 4, or the layout is unknown.</exception>
    public static Tensor Around(Tensor images, string? dataFormat, Func<Tensor, Tensor> call)
    {
        CheckRank(images);
        var first = IsChannelsFirst(dataFormat);
        var x = images.Rank == 3 ? RawOps.ExpandDims(images, 0) : images;
        var y = call(first ? RawOps.Transpose(x, 0, 2, 3, 1) : x);
        y = first ? RawOps.Transpose(y, 0, 3, 1, 2) : y;
        return images.Rank == 3 ? RawOps.Squeeze(y, 0) : y;
    }

    /// <summary>True for images whose channels stand before height and width.</summary>
    public static bool IsChannelsFirst(string? dataFormat) => (dataFormat ?? Keras.Config.ImageDataFormat) switch
    {
        "channels_last" => false,
        "channels_first" => true,
        var other => throw new ArgumentException($"The `data_format` argument must be one of {{'channels_first', 'channels_last'}}. Received: data_format={other}", nameof(dataFormat)),
    };

    public static void CheckRank(Tensor images)
    {
        if (images.Rank is not (3 or 4))
        {
            throw new ArgumentException(
                $"Invalid images rank: expected rank 3 (single image) or rank 4 (batch of images). Received input with shape: images.shape={images.Shape}", nameof(images));
        }
    }

    public static void CheckFloat(Tensor images)
    {
        if (!images.DType.IsFloating())
        {
            throw new ArgumentException($"Invalid images dtype: expected float dtype. Received: images.dtype={images.DType.Name()}", nameof(images));
        }
    }
}
