namespace KerasNet;

public static partial class Ops
{
    public static partial class Image
    {
        /// <summary>Draws images so that four points of the input come to lie at four points of the output.</summary>
        /// <remarks>Python: <c>keras.ops.image.perspective_transform</c>. No gradient flows into the points.</remarks>
        /// <param name="images">One image or a batch.</param>
        /// <param name="startPoints">Points <c>(x, y)</c> of the input, of shape (4, 2), or (batch, 4, 2).</param>
        /// <param name="endPoints">Where they come to lie, of the same shape.</param>
        /// <param name="interpolation"><c>bilinear</c> or <c>nearest</c>.</param>
        /// <param name="fillValue">The number outside of the image.</param>
        /// <param name="dataFormat"><c>channels_last</c> or <c>channels_first</c>; null for the configured one.</param>
        /// <exception cref="ArgumentException">An argument does not fit.</exception>
        public static Tensor PerspectiveTransform(Tensor images, Tensor startPoints, Tensor endPoints, string interpolation = "bilinear", double fillValue = 0, string? dataFormat = null)
        {
            CheckInterpolation(interpolation);
            if (images.Rank is not (3 or 4))
            {
                throw new ArgumentException($"Invalid images rank: expected rank 3 (single image) or rank 4 (batch of images). Received input with shape: images.shape={images.Shape}", nameof(images));
            }

            CheckPoints(startPoints, "start_points");
            CheckPoints(endPoints, "end_points");
            if (startPoints.Shape != endPoints.Shape)
            {
                throw new ArgumentException($"start_points and end_points must have the same shape. Received start_points.shape={startPoints.Shape}, end_points.shape={endPoints.Shape}", nameof(endPoints));
            }

            return Run(
                "PerspectiveTransform",
                [images, startPoints, endPoints],
                t => ImageLayout.Around(t[0], dataFormat, x => Projected(x, Homography(Batched(t[1]), Batched(t[2])), interpolation, "constant", fillValue)),
                ("interpolation", interpolation), ("fill_value", fillValue), ("data_format", dataFormat ?? Keras.Config.ImageDataFormat));
        }

        private static void CheckPoints(Tensor points, string name)
        {
            if (points.Rank is not (2 or 3) || points.Shape[^2] != 4 || points.Shape[^1] != 2)
            {
                throw new ArgumentException($"Invalid {name} shape: expected (4,2) for a single image or (N,4,2) for a batch. Received shape: {points.Shape}", name);
            }
        }

        private static Tensor Batched(Tensor points)
        {
            var numbers = RawOps.Cast(points, DataType.Float32);
            return numbers.Rank == 2 ? RawOps.ExpandDims(numbers, 0) : numbers;
        }

        /// <summary>The eight numbers of the projection from the output's points to the input's: two equations for each pair of points.</summary>
        internal static Tensor Homography(Tensor start, Tensor end)
        {
            var (from, to) = (RawOps.Unpack(start, 2, 2), RawOps.Unpack(end, 2, 2)); // each (batch, 4)
            var (one, zero) = (RawOps.OnesLike(to[0]), RawOps.ZerosLike(to[0]));
            Tensor Minus(Tensor a, Tensor b) => RawOps.Neg(RawOps.Mul(a, b));
            var first = RawOps.Pack([to[0], to[1], one, zero, zero, zero, Minus(from[0], to[0]), Minus(from[0], to[1])], 2);
            var second = RawOps.Pack([zero, zero, zero, to[0], to[1], one, Minus(from[1], to[0]), Minus(from[1], to[1])], 2);
            var solution = RawOps.MatrixSolve(RawOps.ConcatV2([first, second], 1), RawOps.ExpandDims(RawOps.ConcatV2([from[0], from[1]], 1), -1));
            return RawOps.Squeeze(solution, 2);
        }
    }
}
