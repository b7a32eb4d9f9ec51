namespace KerasNet;

public static partial class Ops
{
    public static partial class Image
    {
        /// <summary>A part of images. Exactly two of top, bottom and target height are given, and two of left, right and target width.</summary>
        /// <remarks>Python: <c>keras.ops.image.crop_images</c>.</remarks>
        /// <param name="images">One image or a batch.</param>
        /// <param name="topCropping">Rows that go above.</param>
        /// <param name="leftCropping">Columns that go to the left.</param>
        /// <param name="bottomCropping">Rows that go below.</param>
        /// <param name="rightCropping">Columns that go to the right.</param>
        /// <param name="targetHeight">Height of the result.</param>
        /// <param name="targetWidth">Width of the result.</param>
        /// <param name="dataFormat"><c>channels_last</c> or <c>channels_first</c>; null for the configured one.</param>
        /// <exception cref="ArgumentException">Too few or too many are given, or one is negative.</exception>
        public static Tensor CropImages(
            Tensor images, int? topCropping = null, int? leftCropping = null, int? bottomCropping = null, int? rightCropping = null,
            int? targetHeight = null, int? targetWidth = null, string? dataFormat = null)
        {
            var vertical = new ImageMargins("cropping", "top", "bottom", "height", topCropping, bottomCropping, targetHeight);
            var horizontal = new ImageMargins("cropping", "left", "right", "width", leftCropping, rightCropping, targetWidth);
            return Run(
                "CropImages",
                images,
                t => ImageLayout.Around(t, dataFormat, x =>
                {
                    var ((top, height), (left, width)) = (vertical.Cropped(RawOps.Dim(x, 1)), horizontal.Cropped(RawOps.Dim(x, 2)));
                    var zero = RawOps.Scalar(0);
                    return RawOps.Slice(x, RawOps.Pack([zero, top, left, zero]), RawOps.Pack([RawOps.Dim(x, 0), height, width, RawOps.Dim(x, 3)]));
                }),
                ("top_cropping", topCropping), ("left_cropping", leftCropping), ("bottom_cropping", bottomCropping), ("right_cropping", rightCropping),
                ("target_height", targetHeight), ("target_width", targetWidth), ("data_format", dataFormat));
        }
    }
}
