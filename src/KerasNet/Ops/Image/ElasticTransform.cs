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
                t => ImageLayout.Around(t, dataFormat, x => Distorted(x, RawOps.Scalar(alpha, x.DType), sigma, interpolation, fillMode, fillValue, seed)),
                ("alpha", alpha), ("sigma", sigma), ("interpolation", interpolation), ("fill_mode", fillMode), ("fill_value", fillValue), ("seed", seed), ("data_format", dataFormat));
        }

        internal static Tensor Distorted(Tensor x, Tensor alpha, double sigma, string interpolation, string fillMode, double fillValue, RandomSeed? seed)
        {
            ImageLayout.CheckFloat(x);
            var (n, h, w) = (RawOps.Dim(x, 0), RawOps.Dim(x, 1), RawOps.Dim(x, 2));
            var size = (6 * (int)sigma) | 1;
            var noise = RandomOps.Normal([n, h, w], dtype: x.DType, seed: seed) * sigma;
            var moved = alpha * Squeeze(Blurred(ExpandDims(noise, -1), size, size, RawOps.Cast(new[] { (float)sigma, (float)sigma }, x.DType)), -1);

            // Keras draws the two directions with one seed: they are the same numbers.
            var right = Reshape(RawOps.Cast(RawOps.Range(w), x.DType), (1, 1, -1)) + moved;
            var down = Reshape(RawOps.Cast(RawOps.Range(h), x.DType), (1, -1, 1)) + moved;
            var rows = RawOps.BroadcastTo(Reshape(RawOps.Range(n), (-1, 1, 1)), RawOps.Pack([n, h, w]));
            return new CoordinateSampler(interpolation == "bilinear" ? 1 : 0, fillMode, fillValue).Sample(x, [down, right], rows);
        }
    }
}
