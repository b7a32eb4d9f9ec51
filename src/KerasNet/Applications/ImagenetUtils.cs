using System.Text.Json;
using KerasNet.Internal;

namespace KerasNet.Applications;

/// <summary>Images on their way into models that know ImageNet, and the classes that come out.</summary>
/// <remarks>Python: <c>keras.applications.imagenet_utils</c>.</remarks>
public static class ImagenetUtils
{
    private const long MaxIndexSize = 1 << 20;
    private static readonly PretrainedFile s_classes = new(
        "imagenet_class_index.json", "https://storage.googleapis.com/download.tensorflow.org/data/imagenet_class_index.json", "c2c37ea517e94d9795004a39431a14cb");

    /// <summary>Brings pixels of 0 to 255 into the range that a model was trained on.</summary>
    /// <remarks>Python: <c>keras.applications.imagenet_utils.preprocess_input</c>. The input is not changed; whole numbers become the default float.</remarks>
    /// <param name="x">One image or a batch, with 3 channels.</param>
    /// <param name="dataFormat"><c>channels_last</c> or <c>channels_first</c>; null: that of <see cref="KerasConfig.ImageDataFormat"/>.</param>
    /// <param name="mode"><c>caffe</c>: from RGB to BGR, less the mean of ImageNet; <c>tf</c>: -1 to 1; <c>torch</c>: 0 to 1, then less the mean and divided by the deviation of ImageNet.</param>
    /// <exception cref="ArgumentException">The mode or the order of the axes is unknown, or the image has not 3 channels.</exception>
    public static Tensor PreprocessInput(Tensor x, string? dataFormat = null, string mode = "caffe")
    {
        if (mode is not ("caffe" or "tf" or "torch"))
        {
            throw new ArgumentException($"Expected mode to be one of `caffe`, `tf` or `torch`. Received: mode={mode}", nameof(mode));
        }

        if (dataFormat is not (null or "channels_first" or "channels_last"))
        {
            throw new ArgumentException($"Expected data_format to be one of `channels_first` or `channels_last`. Received: data_format={dataFormat}", nameof(dataFormat));
        }

        x = x.DType.IsFloating() ? x : Ops.Cast(x, Keras.Config.FloatX);
        if (mode == "tf")
        {
            return (x / 127.5) - 1.0;
        }

        var isFirst = (dataFormat ?? Keras.Config.ImageDataFormat) == "channels_first";
        if (x.Rank is not (3 or 4) || x.Shape.Dims[isFirst ? ^3 : ^1] is not (3 or -1))
        {
            throw new ArgumentException($"Expected an image or a batch of images with 3 channels ({(isFirst ? "channels_first" : "channels_last")}). Received: shape={x.Shape}", nameof(x));
        }

        Tensor PerChannel(params double[] values) => Ops.Cast(Tensor.Create(values, isFirst ? new TensorShape(3, 1, 1) : new TensorShape(3)), x.DType);
        return mode == "torch"
            ? ((x / 255.0) - PerChannel(0.485, 0.456, 0.406)) / PerChannel(0.229, 0.224, 0.225)
            : Ops.Flip(x, isFirst ? x.Rank - 3 : x.Rank - 1) - PerChannel(103.939, 116.779, 123.68);
    }

    /// <summary>The most probable classes of each prediction, with their WordNet names.</summary>
    /// <remarks>Python: <c>keras.applications.imagenet_utils.decode_predictions</c>. The names come from Keras's cache (<c>~/.keras/models/imagenet_class_index.json</c>) or are fetched into it.</remarks>
    /// <param name="preds">Predictions <c>(samples, 1000)</c>.</param>
    /// <param name="top">How many classes for each sample.</param>
    /// <returns>For each sample its classes, the most probable first: WordNet's number, the name and the score.</returns>
    /// <exception cref="ArgumentException"><paramref name="preds"/> has another shape.</exception>
    /// <exception cref="FileNotFoundException">The names are not there and cannot be fetched.</exception>
    public static IReadOnlyList<IReadOnlyList<(string ClassName, string Description, float Score)>> DecodePredictions(Tensor preds, int top = 5)
    {
        if (preds.Rank != 2 || preds.Shape[1] != 1000)
        {
            throw new ArgumentException(
                $"`decode_predictions` expects a batch of predictions (i.e. a 2D array of shape (samples, 1000)). Received array with shape: {preds.Shape}", nameof(preds));
        }

        Require.NonNegative(top);
        var names = ReadNames(s_classes.Path("imagenet_class_index.json"));
        var scores = Ops.Cast(preds, DataType.Float32).ToArray<float>();
        return [.. Enumerable.Range(0, preds.Shape[0]).Select(row => Decode(scores.AsSpan(row * 1000, 1000).ToArray(), names, top))];
    }

    /// <summary>The classes with the greatest scores, the greatest first.</summary>
    internal static IReadOnlyList<(string ClassName, string Description, float Score)> Decode(float[] scores, (string Id, string Text)[] names, int top) =>
        [.. Enumerable.Range(0, scores.Length).OrderByDescending(i => scores[i]).ThenByDescending(i => i).Take(top).Select(i => (names[i].Id, names[i].Text, scores[i]))];

    internal static (string Id, string Text)[] ReadNames(string path)
    {
        using var file = File.OpenRead(path);
        if (file.Length > MaxIndexSize)
        {
            throw new InvalidDataException($"'{path}' has {file.Length} bytes; an index of 1000 classes has fewer than {MaxIndexSize}.");
        }

        try
        {
            using var json = JsonDocument.Parse(file);
            return [.. Enumerable.Range(0, 1000).Select(i => json.RootElement.GetProperty(i.ToString(System.Globalization.CultureInfo.InvariantCulture))).Select(e => (e[0].GetString()!, e[1].GetString()!))];
        }
        catch (Exception error) when (error is JsonException or KeyNotFoundException or InvalidOperationException or IndexOutOfRangeException)
        {
            throw new InvalidDataException($"'{path}' is no index of 1000 classes, such as {{\"0\": [\"n01440764\", \"tench\"], …}}: {error.Message}", error);
        }
    }
}
