using KerasNet.Plotting;

namespace KerasNet;

/// <summary>Pictures with boxes and masks, and galleries of pictures.</summary>
/// <remarks>Python: <c>keras.visualization</c>. There is no window here: a gallery is given back as a picture and, with a path, written to a file.</remarks>
public static partial class Visualization
{
    private static Color ColorOf((int Red, int Green, int Blue) color) => new((byte)color.Red, (byte)color.Green, (byte)color.Blue);

    private static Tensor Last(Tensor images, string? dataFormat)
    {
        if (images.Rank != 4)
        {
            throw new ArgumentException($"`images` must be batched 4D tensor. Received: images.shape={images.Shape}", nameof(images));
        }

        return ImageLayout.IsChannelsFirst(dataFormat) ? Ops.Transpose(images, [0, 2, 3, 1]) : images;
    }
}
