namespace KerasNet.Layers;

/// <summary>Keeps only some bits of each pixel in training.</summary>
/// <remarks>Python: <c>keras.layers.RandomPosterization</c>. The shape stays.</remarks>
/// <param name="factor">Number of bits: a number f for 1 to f, the last one excluded, or a range within 1 to 8.</param>
/// <param name="valueRange">Lowest and highest pixel value; null: (0, 255).</param>
/// <param name="dataFormat"><c>channels_last</c> or <c>channels_first</c>; null: the configured one.</param>
/// <param name="seed">Seed; null: Keras chooses one.</param>
/// <exception cref="ArgumentException">An argument is out of range.</exception>
public sealed class RandomPosterization(NumberRange factor, NumberRange? valueRange = null, string? dataFormat = null, int? seed = null) : BaseRandomImageLayer(dataFormat, seed)
{
    /// <summary>The factor's range.</summary>
    public NumberRange Factor { get; } = factor.Within(1, 8, "factor");

    /// <summary>Lowest and highest pixel value.</summary>
    public NumberRange ValueRange { get; } = NumberRange.OfValues(valueRange);

    private protected override bool DrawsAtRest => true;

    private protected override ImageTransformation AtRest => ImageTransformation.None;

    internal override ImageTransformation Draw(ImageFacts images, RandomSeed seed)
    {
        var bits = Factor.Lower != Factor.Upper
            ? RandomOps.Randint((ReadOnlySpan<Tensor>)[images.Batch], (long)Factor.Lower, (long)Factor.Upper, DataType.UInt8, seed)
            : RawOps.BroadcastTo(RawOps.Scalar(Factor.Lower, DataType.UInt8), RawOps.Dims(images.Batch));
        var shift = Raised(RawOps.Sub(RawOps.Scalar(8, DataType.UInt8), bits));
        return new ImageTransformation
        {
            Images = given =>
            {
                var x = Ops.Cast(Rescaled(given, ValueRange, (0, 255), DType.ComputeDType), DataType.UInt8);
                x = Compute(RawOps.LeftShift(RawOps.RightShift(x, shift), shift));
                return Rescaled(x, (0, 255), ValueRange, DType.ComputeDType);
            },
        };
    }
}
