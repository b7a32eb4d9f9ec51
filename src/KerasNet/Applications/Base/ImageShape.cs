namespace KerasNet.Applications;

/// <summary>Shapes of the images that architectures take, in the order of <see cref="KerasConfig.ImageDataFormat"/>.</summary>
internal static class ImageShape
{
    public static bool ChannelsFirst => Keras.Config.ImageDataFormat == "channels_first";

    /// <summary>The axis of the channels, counted from the front where they are last.</summary>
    public static int Axis => ChannelsFirst ? 1 : 3;

    /// <summary>The axis of the channels, counted from the back where they are last.</summary>
    public static int LastAxis => ChannelsFirst ? 1 : -1;

    /// <summary>Shape of one image.</summary>
    public static TensorShape Of(int rows, int columns, int channels = 3) => ChannelsFirst ? new(channels, rows, columns) : new(rows, columns, channels);

    public static int Rows(TensorShape shape) => shape.Dims[ChannelsFirst ? 1 : 0];

    public static int Columns(TensorShape shape) => shape.Dims[ChannelsFirst ? 2 : 1];

    public static int Channels(TensorShape shape) => shape.Dims[ChannelsFirst ? 0 : ^1];

    /// <summary>The shape to use for the one that was asked for.</summary>
    /// <remarks>Python: <c>keras.src.applications.imagenet_utils.obtain_input_shape</c>.</remarks>
    /// <exception cref="ArgumentException">The shape does not fit the architecture or its published weights.</exception>
    public static TensorShape Obtain(TensorShape? inputShape, int defaultSize, int minSize, bool includeTop, bool isPretrained)
    {
        var usual = Of(defaultSize, defaultSize, !isPretrained && inputShape is { Rank: 3 } ? Channels(inputShape) : 3);
        if (!isPretrained && inputShape is { Rank: 3 } && Channels(inputShape) is not (1 or 3))
        {
            Console.Error.WriteLine($"This model usually expects 1 or 3 input channels. However, it was passed an inputShape with {Channels(inputShape)} input channels.");
        }

        if (isPretrained && includeTop)
        {
            return inputShape is null || inputShape == usual ? usual : throw new ArgumentException(
                $"When setting `includeTop: true` and loading `imagenet` weights, `inputShape` should be {usual}. Received: inputShape={inputShape}", nameof(inputShape));
        }

        if (inputShape is { Rank: > 0 })
        {
            Check(inputShape, minSize, isPretrained);
        }

        var shape = inputShape is { Rank: > 0 } ? inputShape : includeTop ? usual : Of(-1, -1);
        return !includeTop || shape.IsFullyDefined ? shape : throw new ArgumentException(
            $"If `includeTop` is true, you should specify a static `inputShape`. Received: inputShape={inputShape}", nameof(inputShape));
    }

    /// <summary>True for a known size below the smallest.</summary>
    public static bool IsBelow(int size, int minSize) => size >= 0 && size < minSize;

    /// <summary>Margins after which a convolution of stride 2 without padding sees what one of stride 1 would see.</summary>
    /// <remarks>Python: <c>keras.src.applications.imagenet_utils.correct_pad</c>.</remarks>
    public static Layers.SpatialMargins CorrectPad(Tensor x, int kernel)
    {
        var (rows, columns) = (x.Shape.Dims[ChannelsFirst ? 2 : 1], x.Shape.Dims[ChannelsFirst ? 3 : 2]);
        var (a, b) = rows < 0 ? (1, 1) : (1 - (rows % 2), 1 - (columns % 2));
        var half = kernel / 2;
        return ((half - a, half), (half - b, half));
    }

    /// <summary>A number of filters rounded to a multiple, at most a tenth below the number.</summary>
    public static int Divisible(double filters, int divisor = 8)
    {
        var rounded = Math.Max(divisor, (int)(filters + (divisor / 2.0)) / divisor * divisor);
        return rounded < 0.9 * filters ? rounded + divisor : rounded;
    }

    private static void Check(TensorShape inputShape, int minSize, bool isPretrained)
    {
        if (inputShape.Rank != 3)
        {
            throw new ArgumentException($"`inputShape` must be a tuple of three integers. Received: inputShape={inputShape}", nameof(inputShape));
        }

        if (isPretrained && Channels(inputShape) != 3)
        {
            throw new ArgumentException($"The input must have 3 channels; Received `inputShape={inputShape}`", nameof(inputShape));
        }

        if (IsBelow(Rows(inputShape), minSize) || IsBelow(Columns(inputShape), minSize))
        {
            throw new ArgumentException($"Input size must be at least {minSize}x{minSize}; Received: inputShape={inputShape}", nameof(inputShape));
        }
    }
}
