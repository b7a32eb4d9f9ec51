using StbImageSharp;
using StbImageWriteSharp;

namespace KerasNet.Internal;

/// <summary>Files of pictures: PNG, JPEG, BMP and GIF (its first frame) to read; PNG, JPEG and BMP to write. Files may come from strangers.</summary>
internal static class PictureFile
{
    /// <summary>As many pixels as Pillow reads at most.</summary>
    private const long MostPixels = 178_956_970;

    /// <summary>Reads pixels <c>(height, width, channels)</c>, 1 to 4 channels as the file has them.</summary>
    /// <exception cref="InvalidDataException">The file is no picture, is damaged, or has too many pixels.</exception>
    public static Tensor Read(string path)
    {
        var bytes = File.ReadAllBytes(path);
        try
        {
            using var header = new GuardedStream(bytes);
            if (ImageInfo.FromStream(header) is not { } info)
            {
                throw new InvalidDataException($"'{path}' is no picture that can be read. Expected PNG, JPEG, BMP or GIF.");
            }

            if (info.Width <= 0 || info.Height <= 0 || (long)info.Width * info.Height > MostPixels)
            {
                throw new InvalidDataException($"The picture '{path}' says that it has {info.Width} x {info.Height} pixels. At most {MostPixels} are read.");
            }

            using var stream = new GuardedStream(bytes);
            var image = ImageResult.FromStream(stream, StbImageSharp.ColorComponents.Default);
            var channels = (int)image.Comp;
            return Tensor.Create<byte>(image.Data.AsSpan(0, image.Width * image.Height * channels), (image.Height, image.Width, channels));
        }
        catch (Exception e) when (e is not (InvalidDataException or OutOfMemoryException))
        {
            // The decoder throws whatever a damaged file leads it to: bounds, null, its own.
            throw new InvalidDataException($"The picture '{path}' is damaged: {e.Message}", e);
        }
    }

    /// <summary>Writes pixels of 1, 3 or 4 channels.</summary>
    /// <exception cref="NotSupportedException">The format is another one.</exception>
    public static void Write(string path, Tensor pixels, string format)
    {
        var (height, width, channels) = (pixels.Shape[0], pixels.Shape[1], pixels.Shape[2]);
        var components = channels switch
        {
            1 => StbImageWriteSharp.ColorComponents.Grey,
            3 => StbImageWriteSharp.ColorComponents.RedGreenBlue,
            _ => StbImageWriteSharp.ColorComponents.RedGreenBlueAlpha,
        };
        using var memory = new MemoryStream();
        var (writer, bytes) = (new ImageWriter(), pixels.ToArray<byte>());
        switch (format.ToLowerInvariant())
        {
            case "png":
                writer.WritePng(bytes, width, height, components, memory);
                break;
            case "jpg" or "jpeg":
                writer.WriteJpg(bytes, width, height, components, memory, 75);
                break;
            case "bmp":
                writer.WriteBmp(bytes, width, height, components, memory);
                break;
            default:
                throw new NotSupportedException($"Pictures are written as png, jpg or bmp. Received: file_format={format}");
        }

        File.WriteAllBytes(path, memory.ToArray());
    }
}
