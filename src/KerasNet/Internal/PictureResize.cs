namespace KerasNet.Internal;

/// <summary>Pixels of another size as Pillow makes them: a pass along rows and one along columns, each in 22-bit fixed point. Pillow 13 begins with columns for some sizes, and a value then differs by one.</summary>
/// <param name="interpolation"><c>nearest</c>, <c>bilinear</c>, <c>bicubic</c>, <c>hamming</c>, <c>box</c> or <c>lanczos</c>.</param>
internal sealed class PictureResize(string interpolation)
{
    private const int Bits = 22;

    private readonly (double Support, Func<double, double> Weight) _filter = interpolation switch
    {
        "bilinear" => (1, static x => Math.Max(0, 1 - Math.Abs(x))),
        "bicubic" => (2, Cubic),
        "hamming" => (1, static x => x == 0 ? 1 : Math.Abs(x) >= 1 ? 0 : Math.Sin(Math.PI * x) / (Math.PI * x) * (0.54 + (0.46 * Math.Cos(Math.PI * x)))),
        "box" => (0.5, static x => x is > -0.5 and <= 0.5 ? 1 : 0),
        "lanczos" => (3, static x => x is >= -3 and < 3 ? Sinc(x) * Sinc(x / 3) : 0),
        "nearest" => (0, static _ => 0),
        _ => throw new ArgumentException($"Invalid interpolation method {interpolation} specified. Supported methods are nearest, bilinear, bicubic, hamming, box, lanczos", nameof(interpolation)),
    };

    /// <summary>Resizes a part of a picture.</summary>
    /// <param name="pixels">Pixels, row by row.</param>
    /// <param name="size">Height, width and channels.</param>
    /// <param name="part">Where the part begins and how large it is.</param>
    /// <param name="height">New height.</param>
    /// <param name="width">New width.</param>
    public byte[] Run(byte[] pixels, (int Height, int Width, int Channels) size, (int Top, int Left, int Height, int Width) part, int height, int width)
    {
        if (interpolation == "nearest")
        {
            return Nearest(pixels, size, part, height, width);
        }

        var opacity = size.Channels == 4;
        if (opacity)
        {
            pixels = [.. pixels];
            PictureColors.Premultiply(pixels);
        }

        var current = size;
        if (width != size.Width || part.Left != 0 || part.Width != width)
        {
            pixels = Along(pixels, size.Height, size.Width, size.Channels, Weights(size.Width, part.Left, part.Width, width));
            current = size with { Width = width };
        }

        if (height != size.Height || part.Top != 0 || part.Height != height)
        {
            pixels = Along(pixels, 1, size.Height, current.Width * size.Channels, Weights(size.Height, part.Top, part.Height, height));
        }

        if (opacity)
        {
            PictureColors.Unpremultiply(pixels);
        }

        return pixels;
    }

    private static double Sinc(double x) => x == 0 ? 1 : Math.Sin(Math.PI * x) / (Math.PI * x);

    private static double Cubic(double x)
    {
        const double a = -0.5;
        x = Math.Abs(x);
        return x < 1 ? ((((a + 2) * x) - (a + 3)) * x * x) + 1 : x < 2 ? ((((x - 5) * x) + 8) * x * a) - (4 * a) : 0;
    }

    private static byte[] Nearest(byte[] pixels, (int Height, int Width, int Channels) size, (int Top, int Left, int Height, int Width) part, int height, int width)
    {
        var (rows, columns) = (Positions(part.Top, part.Height, height), Positions(part.Left, part.Width, width));
        var result = new byte[height * width * size.Channels];
        var at = 0;
        foreach (var row in rows)
        {
            foreach (var column in columns)
            {
                pixels.AsSpan(((row * size.Width) + column) * size.Channels, size.Channels).CopyTo(result.AsSpan(at));
                at += size.Channels;
            }
        }

        return result;
    }

    /// <summary>Added up step by step, as Pillow does.</summary>
    private static int[] Positions(int start, int length, int count)
    {
        var positions = new int[count];
        var step = (double)length / count;
        var at = start + (step * 0.5);
        for (var i = 0; i < count; i++, at += step)
        {
            positions[i] = Math.Min((int)at, start + length - 1);
        }

        return positions;
    }

    /// <summary>For each new pixel the first old one and the weights of those from it on.</summary>
    private (int First, int[] Weights)[] Weights(int all, int start, int length, int count)
    {
        var scale = (double)length / count;
        var stretch = Math.Max(scale, 1);
        var support = _filter.Support * stretch;
        var result = new (int, int[])[count];
        for (var i = 0; i < count; i++)
        {
            var center = start + ((i + 0.5) * scale);
            var first = Math.Max(0, (int)(center - support + 0.5));
            var weights = new double[Math.Min(all, (int)(center + support + 0.5)) - first];
            for (var j = 0; j < weights.Length; j++)
            {
                weights[j] = _filter.Weight((j + first - center + 0.5) * (1 / stretch));
            }

            var sum = weights.Sum();
            result[i] = (first, Array.ConvertAll(weights, w => (sum == 0 ? w : w / sum) * (1 << Bits) is var x && x < 0 ? (int)(x - 0.5) : (int)(x + 0.5)));
        }

        return result;
    }

    /// <summary>Weighted sums along the middle one of three axes.</summary>
    private static byte[] Along(byte[] pixels, int outer, int length, int inner, (int First, int[] Weights)[] weights)
    {
        var result = new byte[outer * weights.Length * inner];
        var sums = new int[inner];
        for (var o = 0; o < outer; o++)
        {
            for (var i = 0; i < weights.Length; i++)
            {
                Array.Fill(sums, 1 << (Bits - 1));
                var (first, own) = weights[i];
                for (var j = 0; j < own.Length; j++)
                {
                    var from = pixels.AsSpan(((o * length) + first + j) * inner, inner);
                    for (var k = 0; k < inner; k++)
                    {
                        sums[k] += from[k] * own[j];
                    }
                }

                var to = result.AsSpan(((o * weights.Length) + i) * inner, inner);
                for (var k = 0; k < inner; k++)
                {
                    to[k] = (byte)Math.Clamp(sums[k] >> Bits, 0, 255);
                }
            }
        }

        return result;
    }
}
