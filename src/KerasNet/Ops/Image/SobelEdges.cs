namespace KerasNet;

public static partial class Ops
{
    public static partial class Image
    {
        /// <summary>Differences of neighbouring pixels, down and to the right.</summary>
        /// <remarks>Python: <c>keras.ops.image.sobel_edges</c>. From <c>(batch, height, width, channels)</c> to <c>(batch, height, width, channels, 2)</c>.</remarks>
        /// <param name="images">A batch of images of known channels.</param>
        /// <param name="dataFormat"><c>channels_last</c> or <c>channels_first</c>; null for the configured one.</param>
        /// <exception cref="ArgumentException">The rank does not fit.</exception>
        public static Tensor SobelEdges(Tensor images, string? dataFormat = null) => Run(
            "SobelEdges",
            images,
            t =>
            {
                if (t.Rank != 4)
                {
                    throw new ArgumentException($"Expected a batch of images of rank 4. Received: images.shape={t.Shape}", nameof(images));
                }

                var first = ImageLayout.IsChannelsFirst(dataFormat);
                var x = first ? RawOps.Transpose(t, 0, 2, 3, 1) : t;
                Tensor kernels = new float[,,,] { { { { -1, -1 } }, { { -2, 0 } }, { { -1, 1 } } }, { { { 0, -2 } }, { { 0, 0 } }, { { 0, 2 } } }, { { { 1, -1 } }, { { 2, 0 } }, { { 1, 1 } } } };
                var channels = x.Shape[3];
                var filter = RawOps.Tile(RawOps.Cast(kernels, x.DType), RawOps.Constant(1, 1, channels, 1));
                var padded = RawOps.MirrorPad(x, Tensor.Create<int>([0, 0, 1, 1, 1, 1, 0, 0], (4, 2)), "REFLECT");
                var edges = DepthwiseConv(padded, filter, 1, "valid", "channels_last");
                var shape = RawOps.ConcatV2([RawOps.Shape(x), RawOps.Constant(2)], 0);
                edges = RawOps.Reshape(edges, shape);
                return first ? RawOps.Transpose(edges, 0, 3, 1, 2, 4) : edges;
            },
            ("data_format", dataFormat));
    }
}
