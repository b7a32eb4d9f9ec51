namespace KerasNet.Internal;

/// <summary>Pixels with other channels, as Pillow converts them.</summary>
internal static class PictureColors
{
    /// <summary>Pixels of 1, 3 or 4 channels from pixels of 1 to 4: grey, grey with opacity, colours, colours with opacity.</summary>
    public static byte[] Convert(ReadOnlySpan<byte> pixels, int from, int to)
    {
        var count = pixels.Length / from;
        var result = new byte[count * to];
        for (var i = 0; i < count; i++)
        {
            var source = pixels.Slice(i * from, from);
            var target = result.AsSpan(i * to, to);
            var (red, green, blue) = from < 3 ? (source[0], source[0], source[0]) : (source[0], source[1], source[2]);
            if (to == 1)
            {
                // ITU-R 601-2 in 16-bit fixed point; grey stays.
                target[0] = from < 3 ? source[0] : (byte)(((red * 19595) + (green * 38470) + (blue * 7471) + 0x8000) >> 16);
                continue;
            }

            (target[0], target[1], target[2]) = (red, green, blue);
            if (to == 4)
            {
                target[3] = from is 2 or 4 ? source[from - 1] : byte.MaxValue;
            }
        }

        return result;
    }

    /// <summary>Colours times opacity.</summary>
    public static void Premultiply(Span<byte> rgba)
    {
        for (var i = 0; i < rgba.Length; i++)
        {
            if (i % 4 != 3)
            {
                var product = (rgba[i] * rgba[i | 3]) + 128;
                rgba[i] = (byte)(((product >> 8) + product) >> 8);
            }
        }
    }

    /// <summary>Colours by opacity.</summary>
    public static void Unpremultiply(Span<byte> rgba)
    {
        for (var i = 0; i < rgba.Length; i++)
        {
            if (i % 4 != 3 && rgba[i | 3] is > 0 and < 255 and var opacity)
            {
                rgba[i] = (byte)Math.Min(255, 255 * rgba[i] / opacity);
            }
        }
    }
}
