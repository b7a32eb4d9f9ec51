namespace KerasNet;

public static partial class Ops
{
    public static partial class Image
    {
        private static readonly string[] _resizeMethods = ["bilinear", "nearest", "lanczos3", "lanczos5", "bicubic", "area"];

        /// <summary>Images of another height and width.</summary>
        /// <remarks>Python: <c>keras.ops.image.resize</c>. The type stays: integers are rounded.</remarks>
        /// <param name="images">One image or a batch.</param>
        /// <param name="size">The new height and width.</param>
        /// <param name="interpolation"><c>bilinear</c>, <c>nearest</c>, <c>bicubic</c>, <c>lanczos3</c>, <c>lanczos5</c> or <c>area</c>.</param>
        /// <param name="antialias">Whether pixels are averaged when the image becomes smaller.</param>
        /// <param name="cropToAspectRatio">Whether the middle of the image with the new size's aspect ratio is taken first.</param>
        /// <param name="padToAspectRatio">Whether margins give the image the new size's aspect ratio first.</param>
        /// <param name="fillMode">How margins are filled: <c>constant</c>.</param>
        /// <param name="fillValue">What margins are filled with.</param>
        /// <param name="dataFormat"><c>channels_last</c> or <c>channels_first</c>; null for the configured one.</param>
        /// <exception cref="ArgumentException">An argument does not fit.</exception>
        public static Tensor Resize(
            Tensor images, TensorShape size, string interpolation = "bilinear", bool antialias = false, bool cropToAspectRatio = false,
            bool padToAspectRatio = false, string fillMode = "constant", double fillValue = 0.0, string? dataFormat = null)
        {
            CheckResize(size, interpolation, cropToAspectRatio, padToAspectRatio, fillMode);
            return Run(
                "Resize",
                images,
                t => ImageLayout.Around(t, dataFormat, x =>
                {
                    x = cropToAspectRatio ? AspectRatio.Crop(x, size[0], size[1]) : padToAspectRatio ? AspectRatio.Pad(x, size[0], size[1], fillValue) : x;
                    return Saturated(Resized(x, size[0], size[1], interpolation, antialias), t.DType);
                }),
                ("size", size.ToArray()), ("interpolation", interpolation), ("antialias", antialias), ("crop_to_aspect_ratio", cropToAspectRatio),
                ("pad_to_aspect_ratio", padToAspectRatio), ("fill_mode", fillMode), ("fill_value", fillValue), ("data_format", dataFormat));
        }

        private static void CheckResize(TensorShape size, string interpolation, bool crop, bool pad, string fillMode)
        {
            if (!_resizeMethods.Contains(interpolation))
            {
                throw new ArgumentException($"Invalid value for argument `interpolation`. Expected of one ({string.Join(", ", _resizeMethods)}). Received: interpolation={interpolation}", nameof(interpolation));
            }

            if (size.Rank != 2)
            {
                throw new ArgumentException($"Argument `size` must be a tuple of two elements (height, width). Received: size={size}", nameof(size));
            }

            if (size[0] <= 0 || size[1] <= 0)
            {
                throw new ArgumentException($"`size` must have positive height and width. Received: size={size}", nameof(size));
            }

            if (fillMode != "constant")
            {
                throw new ArgumentException($"Invalid value for argument `fill_mode`. Only `'constant'` is supported. Received: fill_mode={fillMode}", nameof(fillMode));
            }

            if (crop && pad)
            {
                throw new ArgumentException("Only one of `pad_to_aspect_ratio` & `crop_to_aspect_ratio` can be `True`.", nameof(pad));
            }
        }

        private static Tensor Resized(Tensor x, int height, int width, string interpolation, bool antialias)
        {
            if (x.Shape[1] == height && x.Shape[2] == width)
            {
                return x;
            }

            var size = RawOps.Constant(height, width);
            return (interpolation, antialias) switch
            {
                ("nearest", _) => RawOps.ResizeNearestNeighbor(x, size, halfPixelCenters: true),
                ("bilinear", false) => RawOps.ResizeBilinear(x, size, halfPixelCenters: true),
                ("bicubic", false) => RawOps.ResizeBicubic(x, size, halfPixelCenters: true),
                ("area", _) => Along(Along(RawOps.Cast(x, DataType.Float32), 1, height, SampleWeights.Area), 2, width, SampleWeights.Area),
                _ => Along(Along(RawOps.Cast(x, DataType.Float32), 1, height, Kernel), 2, width, Kernel),
            };

            Tensor Kernel(Tensor input, int output) => SampleWeights.Of(
                input, output, RawOps.RealDiv(RawOps.Scalar(output, DataType.Float32), RawOps.Cast(input, DataType.Float32)), RawOps.Scalar(0, DataType.Float32), interpolation, antialias);
        }

        /// <summary>An axis of another size: each new element is a weighted sum of the old ones.</summary>
        private static Tensor Along(Tensor x, int axis, int size, Func<Tensor, int, Tensor> weights) => SampleWeights.Apply(x, axis, weights(RawOps.Dim(x, axis), size));

        /// <summary>Floats in a narrower type: integers are rounded and kept in their range.</summary>
        private static Tensor Saturated(Tensor x, DataType type) => x.DType == type ? x : SaturateCast(type.IsInteger() ? RawOps.Round(x) : x, type);
    }
}
