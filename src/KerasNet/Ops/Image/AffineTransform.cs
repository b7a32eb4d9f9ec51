namespace KerasNet;

public static partial class Ops
{
    public static partial class Image
    {
        /// <summary>Moves, turns, stretches images: each output pixel <c>(x, y)</c> is the input's at <c>((a0·x + a1·y + a2)/k, (b0·x + b1·y + b2)/k)</c> with <c>k = c0·x + c1·y + 1</c>.</summary>
        /// <remarks>Python: <c>keras.ops.image.affine_transform</c>. No gradient flows into the transform.</remarks>
        /// <param name="images">One image or a batch.</param>
        /// <param name="transform">The numbers a0, a1, a2, b0, b1, b2, c0, c1: of shape (8,), or (batch, 8).</param>
        /// <param name="interpolation"><c>bilinear</c> or <c>nearest</c>.</param>
        /// <param name="fillMode">What lies outside of the image: <c>constant</c>, <c>nearest</c>, <c>wrap</c> or <c>reflect</c>.</param>
        /// <param name="fillValue">The number outside, for <c>constant</c>.</param>
        /// <param name="dataFormat"><c>channels_last</c> or <c>channels_first</c>; null for the configured one.</param>
        /// <exception cref="ArgumentException">An argument does not fit.</exception>
        public static Tensor AffineTransform(Tensor images, Tensor transform, string interpolation = "bilinear", string fillMode = "constant", double fillValue = 0, string? dataFormat = null)
        {
            CheckInterpolation(interpolation);
            CheckFillMode(fillMode);
            return Run(
                "AffineTransform",
                images,
                transform,
                (t, m) => m.Rank is 1 or 2
                    ? ImageLayout.Around(t, dataFormat, x => Projected(x, m.Rank == 1 ? RawOps.ExpandDims(m, 0) : m, interpolation, fillMode, fillValue))
                    : throw new ArgumentException(
                        $"Invalid transform rank: expected rank 1 (single transform) or rank 2 (batch of transforms). Received input with shape: transform.shape={m.Shape}", nameof(transform)),
                ("interpolation", interpolation), ("fill_mode", fillMode), ("fill_value", fillValue), ("data_format", dataFormat));
        }

        internal static Tensor Projected(Tensor x, Tensor transforms, string interpolation, string fillMode, double fillValue) =>
            RawOps.ImageProjectiveTransformV3(x, RawOps.Cast(transforms, DataType.Float32), ResizeOp.SizeOf(x), RawOps.Scalar(fillValue, DataType.Float32), interpolation.ToUpperInvariant(), fillMode.ToUpperInvariant());

        private static void CheckInterpolation(string interpolation)
        {
            if (interpolation is not ("nearest" or "bilinear"))
            {
                throw new ArgumentException($"Invalid value for argument `interpolation`. Expected of one ('nearest', 'bilinear'). Received: interpolation={interpolation}", nameof(interpolation));
            }
        }

        private static void CheckFillMode(string fillMode)
        {
            if (fillMode is not ("constant" or "nearest" or "wrap" or "reflect"))
            {
                throw new ArgumentException($"Invalid value for argument `fill_mode`. Expected of one ('constant', 'nearest', 'wrap', 'reflect'). Received: fill_mode={fillMode}", nameof(fillMode));
            }
        }
    }
}
