using KerasNet.Internal;

namespace KerasNet;

public static partial class Utils
{
    private static readonly string[] _pictureEndings = [".bmp", ".gif", ".jpeg", ".jpg", ".png"];

    /// <summary>Pictures of a folder: each subfolder is a class, each <c>.png</c>, <c>.jpg</c>, <c>.bmp</c> or <c>.gif</c> file a picture.</summary>
    /// <remarks>Python: <c>keras.utils.image_dataset_from_directory</c>. The same seed gives Keras's own split.</remarks>
    /// <example><code>var (train, test) = Utils.ImageDatasetFromDirectory("pets", imageSize: (180, 180), validationSplit: 0.2, subset: "both", seed: 1);</code></example>
    /// <param name="directory">The folder.</param>
    /// <param name="labels"><c>inferred</c> from the subfolders; null: none.</param>
    /// <param name="labelMode"><c>int</c>, <c>categorical</c> for rows, <c>binary</c> for two classes, null for none.</param>
    /// <param name="classNames">The subfolders to take, in order; null: all, sorted.</param>
    /// <param name="colorMode"><c>rgb</c>, <c>rgba</c> or <c>grayscale</c>.</param>
    /// <param name="batchSize">Pictures in a batch.</param>
    /// <param name="imageSize">Height and width; null: (256, 256).</param>
    /// <param name="shuffle">Whether pictures come in any order, else in that of their names.</param>
    /// <param name="seed">Of the shuffle.</param>
    /// <param name="validationSplit">Share for validation; null: none.</param>
    /// <param name="subset"><c>training</c>, <c>validation</c> or <c>both</c>.</param>
    /// <param name="interpolation"><c>bilinear</c>, <c>nearest</c>, <c>bicubic</c>, <c>area</c>, <c>lanczos3</c> or <c>lanczos5</c>.</param>
    /// <param name="followLinks">Whether links to folders are followed.</param>
    /// <param name="cropToAspectRatio">Whether the middle of a picture with the size's aspect ratio is taken.</param>
    /// <param name="padToAspectRatio">Whether pictures keep their aspect ratio and get black margins.</param>
    /// <param name="dataFormat"><c>channels_last</c> or <c>channels_first</c>; null: the configured one.</param>
    /// <param name="verbose">Whether to print how many files were found.</param>
    /// <exception cref="ArgumentException">Arguments contradict, or there is no file.</exception>
    public static ImageDataset ImageDatasetFromDirectory(
        string directory, string? labels = "inferred", string? labelMode = "int", IReadOnlyList<string>? classNames = null, string colorMode = "rgb", int batchSize = 32,
        (int Height, int Width)? imageSize = null, bool shuffle = true, int? seed = null, double? validationSplit = null, string? subset = null, string interpolation = "bilinear",
        bool followLinks = false, bool cropToAspectRatio = false, bool padToAspectRatio = false, string? dataFormat = null, bool verbose = true)
    {
        Require.OneOf(interpolation, ["bilinear", "nearest", "bicubic", "area", "lanczos3", "lanczos5"]);
        if (cropToAspectRatio && padToAspectRatio)
        {
            throw new ArgumentException("Only one of `pad_to_aspect_ratio`, `crop_to_aspect_ratio` can be set to `True`.", nameof(padToAspectRatio));
        }

        var (channels, (height, width), first) = (Channels(colorMode), imageSize ?? (256, 256), ImageLayout.IsChannelsFirst(dataFormat));

        Tensor Read(string path)
        {
            var read = PictureFile.Read(path);
            var pixels = Tensor.Create<byte>(PictureColors.Convert(read.ToArray<byte>(), read.Shape[2], channels), read.Shape.With(2, channels));
            var x = Ops.Cast(pixels, DataType.Float32);
            x = padToAspectRatio ? Fitted(x, height, width, interpolation) : Ops.Image.Resize(x, (height, width), interpolation, cropToAspectRatio: cropToAspectRatio, dataFormat: "channels_last");
            return first ? Ops.Transpose(x, [2, 0, 1]) : x;
        }

        return new DirectorySource(directory, labels, null, labelMode, classNames, batchSize, shuffle, seed, validationSplit, subset, followLinks, verbose)
            .Open(_pictureEndings, "images", part => new ImageDataset(part, Read));
    }

    /// <summary>The whole picture, as large as it fits, between black margins.</summary>
    private static Tensor Fitted(Tensor x, int height, int width, string interpolation)
    {
        var ratio = Math.Max((float)x.Shape[1] / width, (float)x.Shape[0] / height);
        var (exactHeight, exactWidth) = (x.Shape[0] / ratio, x.Shape[1] / ratio);
        var (newHeight, newWidth) = (Math.Max(1, (int)exactHeight), Math.Max(1, (int)exactWidth));
        var (top, left) = (Math.Max(0, (int)((height - exactHeight) / 2)), Math.Max(0, (int)((width - exactWidth) / 2)));
        var resized = Ops.Image.Resize(x, (newHeight, newWidth), interpolation, dataFormat: "channels_last");
        return Ops.Pad(resized, [(top, height - newHeight - top), (left, width - newWidth - left), (0, 0)]);
    }
}
