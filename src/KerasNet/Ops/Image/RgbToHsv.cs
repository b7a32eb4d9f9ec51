namespace KerasNet;

public static partial class Ops
{
    public static partial class Image
    {
        /// <summary>Hue, saturation and value of colours; all from 0 to 1.</summary>
        /// <remarks>Python: <c>keras.ops.image.rgb_to_hsv</c>.</remarks>
        /// <param name="images">One image or a batch of floats, of 3 channels: red, green, blue from 0 to 1.</param>
        /// <param name="dataFormat"><c>channels_last</c> or <c>channels_first</c>; null for the configured one.</param>
        /// <exception cref="ArgumentException">The rank, the type or the number of channels does not fit.</exception>
        public static Tensor RgbToHsv(Tensor images, string? dataFormat = null) => Run("RGBToHSV", images, t => Colors(t, dataFormat, (red, green, blue) =>
        {
            var value = Maximum(Maximum(red, green), blue);
            var range = value - Minimum(Minimum(red, green), blue);
            var sixth = DivideNoNan(OnesLike(range), range) / 6.0;
            var hue = Where(
                Equal(red, value), sixth * (green - blue),
                Where(Equal(green, value), (sixth * (blue - red)) + (2.0 / 6), (sixth * (red - green)) + (4.0 / 6)));
            hue = Where(range > 0.0, hue, ZerosLike(hue));
            return (Where(hue < 0.0, hue + 1.0, hue), DivideNoNan(range, value), value);
        }), ("data_format", dataFormat));

        /// <summary>A function from three channels to three.</summary>
        private static Tensor Colors(Tensor images, string? dataFormat, Func<Tensor, Tensor, Tensor, (Tensor, Tensor, Tensor)> call) => ImageLayout.Around(images, dataFormat, x =>
        {
            ImageLayout.CheckFloat(x);
            if (x.Shape[3] is not (3 or -1))
            {
                throw new ArgumentException($"Input images must have 3 channels, but received images with {x.Shape[3]} channels.", nameof(images));
            }

            var parts = RawOps.Split(x, 3, 3);
            var (a, b, c) = call(parts[0], parts[1], parts[2]);
            return RawOps.ConcatV2([a, b, c], 3);
        });
    }
}
