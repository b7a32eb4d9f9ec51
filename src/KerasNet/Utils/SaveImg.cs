using KerasNet.Internal;

namespace KerasNet;

public static partial class Utils
{
    /// <summary>Writes an array as a picture: PNG, JPEG or BMP.</summary>
    /// <remarks>Python: <c>keras.utils.save_img</c>. JPEG has no opacity: it is left out.</remarks>
    /// <param name="path">The file.</param>
    /// <param name="x">Numbers <c>(height, width, channels)</c> of 1, 3 or 4 channels.</param>
    /// <param name="dataFormat"><c>channels_last</c> or <c>channels_first</c>; null: the configured one.</param>
    /// <param name="fileFormat">The format; null: by the file's name.</param>
    /// <param name="scale">Whether the least number becomes 0 and the greatest 255.</param>
    /// <exception cref="NotSupportedException">The format is another one.</exception>
    /// <exception cref="ArgumentException">The array is no picture.</exception>
    public static void SaveImg(string path, Tensor x, string? dataFormat = null, string? fileFormat = null, bool scale = true)
    {
        var pixels = ArrayToImg(x, dataFormat, scale);
        var format = fileFormat ?? Path.GetExtension(path).TrimStart('.');
        if (pixels.Shape[2] == 4 && format.ToLowerInvariant() is "jpg" or "jpeg")
        {
            pixels = Tensor.Create<byte>(PictureColors.Convert(pixels.ToArray<byte>(), 4, 3), pixels.Shape.With(2, 3));
        }

        PictureFile.Write(path, pixels, format);
    }
}
