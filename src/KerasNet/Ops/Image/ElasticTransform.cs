namespace KerasNet;

public static partial class Ops
{
    public static partial class Image
    {
        /// <summary>Images with random, smooth distortions.</summary>
        /// <remarks>Python: <c>keras.ops.image.elastic_transform</c>. Source: Simard et al. 2003.</remarks>
        /// <param name="images">One image or a batch of floats, of known height, width and channels.</param>
        /// <param name="alpha">Strength of the distortion.</param>
        /// <param name="sigma">How far neighbours move together.</param>
        /// <param name="interpolation"><c>bilinear</c> or <c>nearest</c>.</param>
        /// <param name="fillMode">What lies outside of the image: <c>constant</c>, <c>nearest</c>, <c>wrap</c> or <c>reflect</c>.</param>
        /// <param name="fillValue">The number outside, for <c>constant</c>.</param>
        /// <param name="seed">The seed.</param>
        /// <param name="dataFormat"><c>channels_last</c> or <c>channels_first</c>; null for the configured one.</param>
        /// <exception cref="ArgumentException">An argument does not fit.</exception>
        public static Tensor ElasticTransform(
            Tensor images, double alpha = 20.0, double sigma = 5.0, string interpolation = "bilinear", string fillMode = "reflect", double fillValue = 0.0, RandomSeed? seed = null, string? dataFormat = null)
        {
            CheckInterpolation(interpolation);
            CheckFillMode(fillMode);
            return Run(
                "ElasticTransform",
                images,
                t => t.DType == DataType.BFloat16
                    ? throw new NotSupportedException("elastic_transform computes places of pixels in the type of the images, and bfloat16 holds no whole numbers above 256. Cast the images to float32 first.")
                    : ImageLayout.Around(t, dataFormat, x => Distorted(x, RawOps.Scalar(alpha, x.DType), RawOps.Scalar(sigma, x.DType), Width(sigma), interpolation, fillMode, fillValue, seed)),
                ("alpha", alpha), ("sigma", sigma), ("interpolation", interpolation), ("fill_mode", fillMode), ("fill_value", fillValue), ("seed", seed), ("data_format", dataFormat));
        }

        /// <summary>Size of the filter for a width of its bell.</summary>
        internal static int Width(double sigma) => (6 * (int)sigma) | 1;

        internal static Tensor Distorted(Tensor x, Tensor alpha, Tensor sigma, int largest, string interpolation, string fillMode, double fillValue, RandomSeed? seed)
        {
            ImageLayout.CheckFloat(x);
            var (n, h, w) = (RawOps.Dim(x, 0), RawOps.Dim(x, 1), RawOps.Dim(x, 2));
            var noise = RandomOps.Normal([n, h, w], dtype: x.DType, seed: seed) * sigma;
            var moved = alpha * Squeeze(Smoothed(ExpandDims(noise, -1), sigma, largest), -1);

            // Keras draws the two directions with one seed: they are the same numbers.
            var right = Reshape(RawOps.Cast(RawOps.Range(w), x.DType), (1, 1, -1)) + moved;
            var down = Reshape(RawOps.Cast(RawOps.Range(h), x.DType), (1, -1, 1)) + moved;
            var rows = RawOps.BroadcastTo(Reshape(RawOps.Range(n), (-1, 1, 1)), RawOps.Pack([n, h, w]));
            return new CoordinateSampler(interpolation == "bilinear" ? 1 : 0, fillMode, fillValue).Sample(x, [down, right], rows);
        }

        /// <summary>A blur whose filter has the size that its bell asks for: elements beyond it are zero in a filter of the largest size.</summary>
        private static Tensor Smoothed(Tensor x, Tensor sigma, int largest)
        {
            var reach = RawOps.Cast(RawOps.Cast(sigma, DataType.Int32), x.DType) * 3.0;
            var position = Arange(0, largest, 1, x.DType) - ((largest - 1) / 2.0);
            var bell = RawOps.SelectV2(RawOps.LessEqual(Abs(position), reach), Exp(-0.5 * Square(position / sigma)), RawOps.Scalar(0, x.DType));
            bell /= Sum(bell);
            return DepthwiseConv(x, Reshape(ExpandDims(bell, 1) * bell, (largest, largest, 1, 1)), 1, "same", "channels_last");
        }
    }
}
