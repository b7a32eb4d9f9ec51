namespace KerasNet;

/// <summary>The middle of images <c>(batch, height, width, channels)</c>, or margins around them, so that they have the aspect ratio of another size.</summary>
internal static class AspectRatio
{
    public static Tensor Crop(Tensor x, int height, int width)
    {
        var (h, w) = (RawOps.Dim(x, 1), RawOps.Dim(x, 2));
        var zero = RawOps.Scalar(0);
        var (cropHeight, cropWidth) = (AtLeastOne(RawOps.Minimum(h, Scaled(w, height, width))), AtLeastOne(RawOps.Minimum(w, Scaled(h, width, height))));
        var start = RawOps.Pack([zero, Half(h, cropHeight), Half(w, cropWidth), zero]);
        return RawOps.Slice(x, start, RawOps.Pack([RawOps.Dim(x, 0), cropHeight, cropWidth, RawOps.Dim(x, 3)]));
    }

    public static Tensor Pad(Tensor x, int height, int width, double fill)
    {
        var (h, w) = (RawOps.Dim(x, 1), RawOps.Dim(x, 2));
        var (zero, above, left) = (RawOps.Scalar(0), Half(RawOps.Maximum(h, Scaled(w, height, width)), h), Half(RawOps.Maximum(w, Scaled(h, width, height)), w));
        var margins = RawOps.Reshape(RawOps.Pack([zero, zero, above, above, left, left, zero, zero]), new TensorShape(4, 2));
        return RawOps.PadV2(x, margins, RawOps.Scalar(fill, x.DType));
    }

    /// <summary>A size times a ratio, computed in float32 and cut off as Keras does.</summary>
    private static Tensor Scaled(Tensor size, int numerator, int denominator) =>
        Int(RawOps.RealDiv(RawOps.Cast(RawOps.Mul(size, RawOps.Scalar(numerator)), DataType.Float32), RawOps.Scalar(denominator, DataType.Float32)));

    private static Tensor Half(Tensor whole, Tensor part) => Int(RawOps.Mul(RawOps.Cast(RawOps.Sub(whole, part), DataType.Float32), RawOps.Scalar(0.5, DataType.Float32)));

    private static Tensor AtLeastOne(Tensor x) => RawOps.Maximum(x, RawOps.Scalar(1));

    private static Tensor Int(Tensor x) => RawOps.Cast(x, DataType.Int32);
}
