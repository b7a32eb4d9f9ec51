using KerasNet.Internal;

namespace KerasNet.Layers;

/// <summary>Spreads the values of each channel in training so that all are about equally frequent in the batch.</summary>
/// <remarks>Python: <c>keras.layers.Equalization</c>. The shape stays.</remarks>
/// <param name="valueRange">Lowest and highest pixel value; null: (0, 255).</param>
/// <param name="bins">Number of values that are told apart.</param>
/// <param name="dataFormat"><c>channels_last</c> or <c>channels_first</c>; null: the configured one.</param>
/// <exception cref="ArgumentException">The range is not one of two numbers, or there is no bin.</exception>
public sealed class Equalization(NumberRange? valueRange = null, int bins = 256, string? dataFormat = null) : BaseImagePreprocessingLayer(dataFormat)
{
    /// <summary>Lowest and highest pixel value.</summary>
    public NumberRange ValueRange { get; } = NumberRange.OfValues(valueRange);

    /// <summary>Number of values that are told apart.</summary>
    public int Bins { get; } = Require.Positive(bins);

    internal override ImageTransformation Transformation(ImageFacts images, bool training, RandomSeed? seed) =>
        training ? new ImageTransformation { Images = Equalized } : ImageTransformation.None;

    private Tensor Equalized(Tensor images)
    {
        var axis = ChannelsFirst ? 1 : 3;
        var channels = images.Shape[axis] is > 0 and var known
            ? known
            : throw new ArgumentException($"Layer '{Name}' needs images of a known number of channels. Received: images.shape={images.Shape}. Give it in Keras.Input.");
        var parts = Ops.Split(Compute(images), channels, axis);
        return Compute(Ops.Concatenate(new Tensors(parts.Select(Channel)), axis));
    }

    private Tensor Channel(Tensor given)
    {
        var x = Scaled(given, ValueRange, (0, 255));
        var index = Ops.Clip(Ops.Cast(Ops.Cast(x, DataType.Float32) * (Bins - 1) / 255.0, DataType.Int32), 0, Bins - 1);
        index = RawOps.Reshape(index, RawOps.Constant(-1));
        var counts = Ops.SegmentSum(Ops.OnesLike(index), index, Bins);
        var sums = Ops.CumSum(counts, 0);
        var first = Ops.Min(Ops.Where(Ops.Greater(sums, 0), sums, int.MaxValue));
        var range = Ops.Maximum(sums[^1] - first, 1);
        var table = Ops.Clip(Ops.Round(Ops.Cast(sums - first, DataType.Float64) * 255.0 / Ops.Cast(range, DataType.Float64)), 0, 255);
        var value = Ops.Take(table, Ops.Cast(Ops.Clip(x / 255.0 * (Bins - 1), 0, Bins - 1), DataType.Int32), 0);
        var equalized = Ops.Where(Ops.LessEqual(Ops.CountNonzero(counts), 1), Ops.Cast(x, DataType.Float64), value);
        return Ops.Cast(Scaled(equalized, (0, 255), ValueRange), DType.ComputeDType);
    }

    private static Tensor Scaled(Tensor x, NumberRange from, NumberRange to)
    {
        var scale = (to.Upper - to.Lower) / (from.Upper - from.Lower);
        return (x * scale) + (to.Lower - (from.Lower * scale));
    }
}
