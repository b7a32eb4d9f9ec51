namespace KerasNet;

public static partial class Ops
{
    public static partial class Image
    {
        /// <summary>Zeros around images. Exactly two of top, bottom and target height are given, and two of left, right and target width.</summary>
        /// <remarks>Python: <c>keras.ops.image.pad_images</c>.</remarks>
        /// <param name="images">One image or a batch.</param>
        /// <param name="topPadding">Rows above.</param>
        /// <param name="leftPadding">Columns to the left.</param>
        /// <param name="bottomPadding">Rows below.</param>
        /// <param name="rightPadding">Columns to the right.</param>
        /// <param name="targetHeight">Height of the result.</param>
        /// <param name="targetWidth">Width of the result.</param>
        /// <param name="dataFormat"><c>channels_last</c> or <c>channels_first</c>; null for the configured one.</param>
        /// <exception cref="ArgumentException">Too few or too many are given, or one is negative.</exception>
        public static Tensor PadImages(
            Tensor images, int? topPadding = null, int? leftPadding = null, int? bottomPadding = null, int? rightPadding = null,
            int? targetHeight = null, int? targetWidth = null, string? dataFormat = null)
        {
            var vertical = new ImageMargins("padding", "top", "bottom", "height", topPadding, bottomPadding, targetHeight);
            var horizontal = new ImageMargins("padding", "left", "right", "width", leftPadding, rightPadding, targetWidth);
            return Run(
                "PadImages",
                images,
                t => ImageLayout.Around(t, dataFormat, x =>
                {
                    var ((top, bottom, height), (left, right, width)) = (vertical.Padded(RawOps.Dim(x, 1)), horizontal.Padded(RawOps.Dim(x, 2)));
                    var zero = RawOps.Scalar(0);
                    var padded = RawOps.Pad(x, RawOps.Reshape(RawOps.Pack([zero, zero, top, bottom, left, right, zero, zero]), new TensorShape(4, 2)));

                    // States the height and width that only the margins' sum tells.
                    return RawOps.Slice(padded, RawOps.Constant(0, 0, 0, 0), RawOps.Pack([RawOps.Dim(x, 0), height, width, RawOps.Dim(x, 3)]));
                }),
                ("top_padding", topPadding), ("left_padding", leftPadding), ("bottom_padding", bottomPadding), ("right_padding", rightPadding),
                ("target_height", targetHeight), ("target_width", targetWidth), ("data_format", dataFormat));
        }
    }
}
