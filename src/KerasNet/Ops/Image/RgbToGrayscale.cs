namespace KerasNet;

public static partial class Ops
{
    public static partial class Image
    {
        /// <summary>Images of one channel from images of three; one channel stays as it is.</summary>
        /// <remarks>Python: <c>keras.ops.image.rgb_to_grayscale</c>. The weights of red, green and blue are 0.2989, 0.5870 and 0.1140.</remarks>
        /// <param name="images">One image or a batch, of 1 or 3 channels.</param>
        /// <param name="dataFormat"><c>channels_last</c> or <c>channels_first</c>; null for the configured one.</param>
        /// <exception cref="ArgumentException">The rank or the number of channels does not fit.</exception>
        public static Tensor RgbToGrayscale(Tensor images, string? dataFormat = null) => Run("RGBToGrayscale", images, t => ImageLayout.Around(t, dataFormat, x => x.Shape[3] switch
        {
            1 => x,
            3 => RawOps.Cast(Tensordot(ToFloat(x), RawOps.Cast(new float[,] { { 0.2989f }, { 0.5870f }, { 0.1140f } }, ToFloat(x).DType), 1), t.DType),
            _ => throw new ArgumentException($"Invalid channel size: expected 3 (RGB) or 1 (Grayscale). Received input with shape: images.shape={t.Shape}", nameof(images)),
        }), ("data_format", dataFormat));
    }
}
