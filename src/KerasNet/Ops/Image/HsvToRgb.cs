namespace KerasNet;

public static partial class Ops
{
    public static partial class Image
    {
        /// <summary>Colours from hue, saturation and value; all from 0 to 1.</summary>
        /// <remarks>Python: <c>keras.ops.image.hsv_to_rgb</c>.</remarks>
        /// <param name="images">One image or a batch of floats, of 3 channels: hue, saturation, value.</param>
        /// <param name="dataFormat"><c>channels_last</c> or <c>channels_first</c>; null for the configured one.</param>
        /// <exception cref="ArgumentException">The rank, the type or the number of channels does not fit.</exception>
        public static Tensor HsvToRgb(Tensor images, string? dataFormat = null) => Run("HSVToRGB", images, t => Colors(t, dataFormat, (hue, saturation, value) =>
        {
            var angle = hue * 6.0;
            Tensor Channel(Tensor strength) => (1.0 - saturation + (saturation * Clip(strength, 0.0, 1.0))) * value;
            return (Channel(Abs(angle - 3.0) - 1.0), Channel(2.0 - Abs(angle - 2.0)), Channel(2.0 - Abs(angle - 4.0)));
        }), ("data_format", dataFormat));
    }
}
