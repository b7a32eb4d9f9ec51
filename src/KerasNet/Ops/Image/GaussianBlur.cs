namespace KerasNet;

public static partial class Ops
{
    public static partial class Image
    {
        /// <summary>Images blurred with a bell-shaped filter.</summary>
        /// <remarks>Python: <c>keras.ops.image.gaussian_blur</c>.</remarks>
        /// <param name="images">One image or a batch of floats.</param>
        /// <param name="kernelSize">Height and width of the filter; null: (3, 3).</param>
        /// <param name="sigma">Two widths of the bell; null: (1, 1).</param>
        /// <param name="dataFormat"><c>channels_last</c> or <c>channels_first</c>; null for the configured one.</param>
        /// <exception cref="ArgumentException">The rank does not fit.</exception>
        public static Tensor GaussianBlur(Tensor images, TensorShape? kernelSize = null, Tensor? sigma = null, string? dataFormat = null)
        {
            TensorShape size = kernelSize ?? (3, 3);
            return Run(
                "GaussianBlur",
                images,
                sigma ?? new[] { 1f, 1f },
                (t, s) => ImageLayout.Around(t, dataFormat, x => Blurred(x, size[0], size[^1], RawOps.Cast(s, x.DType))),
                ("kernel_size", size.ToArray()), ("data_format", dataFormat));
        }

        internal static Tensor Blurred(Tensor x, int height, int width, Tensor sigma)
        {
            // Keras lays the product of the two bells out as it is, also when the filter is not square.
            var kernel = Reshape(ExpandDims(Bell(width, sigma[1]), 1) * Bell(height, sigma[0]), (height, width, 1, 1));
            var filter = RawOps.Tile(kernel, RawOps.Pack([RawOps.Scalar(1), RawOps.Scalar(1), RawOps.Dim(x, 3), RawOps.Scalar(1)]));
            return DepthwiseConv(x, filter, 1, "same", "channels_last");
        }

        private static Tensor Bell(int size, Tensor sigma)
        {
            var x = Arange(0, size, 1, sigma.DType) - ((size - 1) / 2.0);
            var bell = Exp(-0.5 * Square(x / sigma));
            return bell / Sum(bell);
        }
    }
}
