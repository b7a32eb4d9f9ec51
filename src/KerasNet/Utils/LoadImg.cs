using KerasNet.Internal;

namespace KerasNet;

public static partial class Utils
{
    /// <summary>A picture of a file: PNG, JPEG, BMP or GIF (its first frame). A picture is an array here.</summary>
    /// <remarks>Python: <c>keras.utils.load_img</c>. Sizes are changed as Pillow does, values to within one.</remarks>
    /// <example><code>Tensor x = Utils.ImgToArray(Utils.LoadImg("cat.png", targetSize: (224, 224)));</code></example>
    /// <param name="path">The file.</param>
    /// <param name="colorMode"><c>rgb</c>, <c>rgba</c> or <c>grayscale</c>.</param>
    /// <param name="targetSize">Height and width; null: those of the file.</param>
    /// <param name="interpolation"><c>nearest</c>, <c>bilinear</c>, <c>bicubic</c>, <c>hamming</c>, <c>box</c> or <c>lanczos</c>.</param>
    /// <param name="keepAspectRatio">Whether the middle of the picture with the target's aspect ratio is taken.</param>
    /// <returns>Bytes <c>(height, width, channels)</c>.</returns>
    /// <exception cref="InvalidDataException">The file is no picture, is damaged, or has too many pixels.</exception>
    /// <exception cref="ArgumentException">An argument is unknown.</exception>
    public static Tensor LoadImg(string path, string colorMode = "rgb", (int Height, int Width)? targetSize = null, string interpolation = "nearest", bool keepAspectRatio = false)
    {
        var wanted = Channels(colorMode);
        var read = PictureFile.Read(path);
        var (height, width, channels) = (read.Shape[0], read.Shape[1], read.Shape[2]);
        var pixels = PictureColors.Convert(read.ToArray<byte>(), channels, wanted);
        if (targetSize is not { } target || target == (height, width))
        {
            return Tensor.Create<byte>(pixels, (height, width, wanted));
        }

        Require.Positive(target.Height, nameof(targetSize));
        Require.Positive(target.Width, nameof(targetSize));
        var part = (Top: 0, Left: 0, Height: height, Width: width);
        if (keepAspectRatio)
        {
            var (partHeight, partWidth) = ((int)Math.Min(height, (long)width * target.Height / target.Width), (int)Math.Min(width, (long)height * target.Width / target.Height));
            part = ((height - partHeight) / 2, (width - partWidth) / 2, Math.Max(1, partHeight), Math.Max(1, partWidth));
        }

        var resized = new PictureResize(interpolation).Run(pixels, (height, width, wanted), part, target.Height, target.Width);
        return Tensor.Create<byte>(resized, (target.Height, target.Width, wanted));
    }

    private static int Channels(string colorMode) => colorMode switch
    {
        "grayscale" => 1,
        "rgb" => 3,
        "rgba" => 4,
        _ => throw new ArgumentException($"`color_mode` must be one of \"rgb\", \"rgba\", \"grayscale\". Received: color_mode={colorMode}", nameof(colorMode)),
    };
}
