namespace KerasNet;

public static partial class Ops
{
    public static partial class Image
    {
        /// <summary>Structural similarity of two images: 1 where they are equal.</summary>
        /// <remarks>Python: <c>keras.ops.image.ssim</c>. Source: Wang et al. 2004.</remarks>
        /// <param name="image1">One image or a batch.</param>
        /// <param name="image2">The other, of the same shape.</param>
        /// <param name="maxVal">Range of the pixels.</param>
        /// <param name="filterSize">Size of the window.</param>
        /// <param name="filterSigma">Width of the window's bell.</param>
        /// <param name="k1">Keeps the means' quotient finite.</param>
        /// <param name="k2">Keeps the variances' quotient finite.</param>
        /// <param name="dataFormat"><c>channels_last</c> or <c>channels_first</c>; null for the configured one.</param>
        /// <returns>A number for each image.</returns>
        /// <exception cref="ArgumentException">A rank does not fit.</exception>
        public static Tensor Ssim(
            Tensor image1, Tensor image2, double maxVal = 1.0, int filterSize = 11, double filterSigma = 1.5, double k1 = 0.01, double k2 = 0.03, string? dataFormat = null) => Run(
            "SSIM",
            image1,
            image2,
            (a, b) =>
            {
                var (x, y) = (Planes(a, "image1", dataFormat), Planes(b, "image2", dataFormat));
                var bell = Arange(0, filterSize, 1, x.DType) - ((filterSize - 1) / 2.0);
                bell = Exp(-Square(bell) / (2.0 * filterSigma * filterSigma));
                bell /= Sum(bell);
                var window = Reshape(ExpandDims(bell, 1) * bell, (filterSize, filterSize, 1, 1));
                Tensor Mean(Tensor t) => Conv(t, window, 1, "valid", "channels_last");
                var (meanX, meanY) = (Mean(x), Mean(y));
                var (varianceX, varianceY, covariance) = (Mean(x * x) - (meanX * meanX), Mean(y * y) - (meanY * meanY), Mean(x * y) - (meanX * meanY));
                var (c1, c2) = (Math.Pow(k1 * maxVal, 2), Math.Pow(k2 * maxVal, 2));
                var map = ((2.0 * meanX * meanY) + c1) * ((2.0 * covariance) + c2) / (((meanX * meanX) + (meanY * meanY) + c1) * (varianceX + varianceY + c2));
                var channels = ImageLayout.IsChannelsFirst(dataFormat) ? a.Shape[a.Rank - 3] : a.Shape[a.Rank - 1];
                var mean = Ops.Mean(Reshape(Ops.Mean(map, [1, 2, 3]), (-1, channels)), -1);
                return RawOps.Cast(a.Rank == 3 ? Squeeze(mean, 0) : mean, a.DType);
            },
            ("max_val", maxVal), ("filter_size", filterSize), ("filter_sigma", filterSigma), ("k1", k1), ("k2", k2), ("data_format", dataFormat));

        /// <summary>Each channel of each image by itself: <c>(batch · channels, height, width, 1)</c>.</summary>
        private static Tensor Planes(Tensor image, string name, string? dataFormat)
        {
            if (image.Rank is not (3 or 4))
            {
                throw new ArgumentException($"Invalid {name} rank: expected rank 3 (single image) or rank 4 (batch of images). Received input with shape: {name}.shape={image.Shape}", name);
            }

            var x = ToFloat(image.Rank == 3 ? ExpandDims(image, 0) : image);
            x = ImageLayout.IsChannelsFirst(dataFormat) ? x : Transpose(x, [0, 3, 1, 2]);
            return Reshape(x, (-1, x.Shape[2], x.Shape[3], 1));
        }
    }
}
