namespace KerasNet;

public static partial class Ops
{
    public static partial class Image
    {
        /// <summary>Blocks of images or volumes, each flattened into channels.</summary>
        /// <remarks>Python: <c>keras.ops.image.extract_patches</c>. From <c>(batch, height, width, channels)</c> to <c>(batch, rows, columns, block·channels)</c>.</remarks>
        /// <param name="images">One image, a batch, or with three sizes volumes.</param>
        /// <param name="size">Size of a block: one number for height and width, two, or three for volumes.</param>
        /// <param name="strides">Distance of blocks; null: their size.</param>
        /// <param name="dilationRate">Distance of the pixels of a block.</param>
        /// <param name="padding"><c>valid</c> or <c>same</c>.</param>
        /// <param name="dataFormat"><c>channels_last</c> or <c>channels_first</c>; null for the configured one.</param>
        /// <exception cref="ArgumentException">An argument does not fit.</exception>
        public static Tensor ExtractPatches(Tensor images, TensorShape size, TensorShape? strides = null, TensorShape? dilationRate = null, string padding = "valid", string? dataFormat = null)
        {
            if (size.Rank > 3)
            {
                throw new ArgumentException($"Invalid `size` argument. Expected a tuple of length 2 or 3. Received: size={size} with length {size.Rank}", nameof(size));
            }

            int[] block = size.Rank == 1 ? [size[0], size[0]] : size.ToArray();
            return Run(
                "ExtractPatches", images, t => Blocks(t, block, strides ?? block, dilationRate, padding, dataFormat),
                ("size", Numbers(size)), ("strides", strides is null ? null : Numbers(strides)), ("dilation_rate", Numbers(dilationRate)), ("padding", padding), ("data_format", dataFormat));
        }

        /// <summary>Blocks of volumes, each flattened into channels.</summary>
        /// <remarks>Python: <c>keras.ops.image.extract_patches_3d</c>.</remarks>
        /// <inheritdoc cref="ExtractPatches"/>
        public static Tensor ExtractPatches3D(Tensor volumes, TensorShape size, TensorShape? strides = null, TensorShape? dilationRate = null, string padding = "valid", string? dataFormat = null) =>
            size.Rank is 1 or 3
                ? ExtractPatches(volumes, size.Rank == 1 ? (size[0], size[0], size[0]) : size, strides, dilationRate, padding, dataFormat)
                : throw new ArgumentException($"Invalid `size` argument. Expected an int or a tuple of length 3. Received: size={size}", nameof(size));

        /// <summary>A convolution whose filters each pick one number of the block.</summary>
        private static Tensor Blocks(Tensor images, int[] block, TensorShape strides, TensorShape? dilation, string padding, string? dataFormat)
        {
            var rank = block.Length + 2;
            if (images.Rank != rank && images.Rank != rank - 1)
            {
                throw new ArgumentException($"Expected images of rank {rank}, or {rank - 1} for a single one, for blocks ({string.Join(", ", block)}). Received: shape={images.Shape}", nameof(images));
            }

            var channels = images.Shape[ImageLayout.IsChannelsFirst(dataFormat) ? images.Rank - 1 - block.Length : images.Rank - 1];
            if (channels < 0)
            {
                throw new ArgumentException($"The number of channels must be known. Received: shape={images.Shape}", nameof(images));
            }

            var count = block.Aggregate(channels, (a, b) => a * b);
            var type = images.DType;
            images = ToFloat(images);
            var filter = Reshape(Eye(count, dtype: images.DType), (int[])[.. block, channels, count]);
            var single = images.Rank == rank - 1;
            var blocks = Conv(single ? ExpandDims(images, 0) : images, filter, strides, padding, dataFormat, dilation);
            return RawOps.Cast(single ? Squeeze(blocks, 0) : blocks, type);
        }
    }
}
