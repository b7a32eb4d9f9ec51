using System.Runtime.CompilerServices;
using KerasNet.Layers;

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
        [OverloadResolutionPriority(1)]
        public static Tensor GaussianBlur(Tensor images, TensorShape? kernelSize = null, Tensor? sigma = null, string? dataFormat = null)
        {
            TensorShape size = kernelSize ?? (3, 3);
            return Run(
                "GaussianBlur",
                images,
                sigma ?? new[] { 1f, 1f },
                (t, s) => ImageLayout.Around(t, dataFormat, x => Blurred(x, RawOps.Scalar(size[0]), RawOps.Scalar(size[^1]), RawOps.Cast(s, x.DType))),
                (FunctionOperation.Arguments, new object?[] { images }),
                ("kernel_size", size.ToArray()), ("sigma", sigma is null ? new[] { 1.0, 1.0 } : sigma.IsConcrete ? Cast(sigma, DataType.Float64).ToArray<double>() : null), ("data_format", dataFormat));
        }

        /// <summary>Images blurred with a bell-shaped filter whose size is computed.</summary>
        /// <remarks>Python: <c>keras.ops.image.gaussian_blur</c>.</remarks>
        /// <param name="images">One image or a batch of floats.</param>
        /// <param name="kernelSize">Height and width of the filter, whole numbers.</param>
        /// <param name="sigma">Two widths of the bell; null: (1, 1).</param>
        /// <param name="dataFormat"><c>channels_last</c> or <c>channels_first</c>; null for the configured one.</param>
        public static Tensor GaussianBlur(Tensor images, Tensor kernelSize, Tensor? sigma = null, string? dataFormat = null) => Run(
            "GaussianBlur",
            [images, kernelSize, sigma ?? new[] { 1f, 1f }],
            t => ImageLayout.Around(t[0], dataFormat, x => Blurred(x, RawOps.Cast(t[1][0], DataType.Int32), RawOps.Cast(t[1][1], DataType.Int32), RawOps.Cast(t[2], x.DType))),
            ("data_format", dataFormat));

        internal static Tensor Blurred(Tensor x, Tensor height, Tensor width, Tensor sigma)
        {
            // Keras lays the product of the two bells out as it is, also when the filter is not square.
            var (product, one) = (ExpandDims(Bell(width, sigma[1]), 1) * Bell(height, sigma[0]), RawOps.Scalar(1));
            var kernel = RawOps.Reshape(product, [height, width, one, one]);
            var filter = RawOps.Tile(kernel, RawOps.Pack([one, one, RawOps.Dim(x, 3), one]));
            return DepthwiseConv(x, filter, 1, "same", "channels_last");
        }

        private static Tensor Bell(Tensor size, Tensor sigma)
        {
            var centre = (RawOps.Cast(size, sigma.DType) - 1) / 2.0;
            var bell = Exp(-0.5 * Square((RawOps.Cast(RawOps.Range(size), sigma.DType) - centre) / sigma));
            return bell / Sum(bell);
        }
    }
}
