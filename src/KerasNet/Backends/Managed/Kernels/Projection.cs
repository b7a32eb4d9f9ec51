namespace KerasNet.Backends.Managed;

/// <summary>Images <c>(batch, height, width, channels)</c> seen through a projection, one output row after the other.</summary>
internal readonly unsafe struct Projection(bool bilinear, string fillMode, float fillValue)
{
    private readonly bool _bilinear = bilinear;
    private readonly string _fillMode = fillMode;
    private readonly float _fillValue = fillValue;

    /// <summary>Computes all rows.</summary>
    public void Run(Tensor x, Tensor transforms, Tensor y) =>
        ManagedThreads.For(y.Shape[0] * y.Shape[1], ManagedThreads.Grain(16L * y.Shape[2] * y.Shape[3]), new Rows(this, x, transforms, y));

    /// <summary>A coordinate brought back into the image, as the mode says.</summary>
    public float Inside(float coordinate, int length)
    {
        if (_fillMode == "CONSTANT")
        {
            return coordinate;
        }

        var last = length - 1;
        if (_fillMode == "NEAREST" || length <= 1 || (coordinate >= 0 && coordinate <= last))
        {
            return length <= 1 ? 0 : Math.Clamp(coordinate, 0, last);
        }

        if (_fillMode == "WRAP")
        {
            var turns = coordinate < 0 ? (int)(-coordinate / last) + 1 : -(int)(coordinate / last);
            return Math.Clamp(coordinate + (length * (float)turns), 0, last);
        }

        var period = 2 * length;
        if (coordinate < 0)
        {
            var turned = coordinate < period ? (period * (float)(int)(-coordinate / period)) + coordinate : coordinate;
            return Math.Clamp(turned < -length ? turned + period : -turned - 1, 0, last);
        }

        var rest = coordinate - (period * (float)(int)(coordinate / period));
        return Math.Clamp(rest >= length ? period - rest - 1 : rest, 0, last);
    }

    private readonly struct Rows(Projection projection, Tensor x, Tensor transforms, Tensor y) : IRangeAction
    {
        public void Run(int start, int end)
        {
            var (height, width, channels) = (x.Shape[1], x.Shape[2], x.Shape[3]);
            for (var row = start; row < end; row++)
            {
                var (image, i) = (row / y.Shape[1], row % y.Shape[1]);
                var t = (float*)transforms.Pointer + (transforms.Shape[0] == 1 ? 0 : 8 * image);
                var from = (float*)x.Pointer + ((long)image * height * width * channels);
                var to = (float*)y.Pointer + ((long)row * y.Shape[2] * channels);
                for (var j = 0; j < y.Shape[2]; j++, to += channels)
                {
                    var k = (t[6] * j) + (t[7] * i) + 1;
                    if (k == 0)
                    {
                        new Span<float>(to, channels).Fill(projection._fillValue);
                        continue;
                    }

                    var across = projection.Inside(((t[0] * j) + (t[1] * i) + t[2]) / k, width);
                    var down = projection.Inside(((t[3] * j) + (t[4] * i) + t[5]) / k, height);
                    if (projection._bilinear)
                    {
                        projection.Mix(from, down, across, height, width, channels, to);
                    }
                    else
                    {
                        projection.Take(from, MathF.Round(down, MidpointRounding.AwayFromZero), MathF.Round(across, MidpointRounding.AwayFromZero), 1, height, width, channels, to, false);
                    }
                }
            }
        }
    }

    private void Mix(float* from, float down, float across, int height, int width, int channels, float* to)
    {
        var (top, left) = (MathF.Floor(down), MathF.Floor(across));
        var (lower, right) = (down - top, across - left);
        Take(from, top, left, (1 - lower) * (1 - right), height, width, channels, to, false);
        Take(from, top, left + 1, (1 - lower) * right, height, width, channels, to, true);
        Take(from, top + 1, left, lower * (1 - right), height, width, channels, to, true);
        Take(from, top + 1, left + 1, lower * right, height, width, channels, to, true);
    }

    private void Take(float* from, float row, float column, float weight, int height, int width, int channels, float* to, bool add)
    {
        // Not a number, and what is beyond an int, are outside too.
        var inside = row >= 0 && row < height && column >= 0 && column < width;
        var pixel = inside ? from + ((((long)row * width) + (long)column) * channels) : null;
        for (var c = 0; c < channels; c++)
        {
            var value = weight * (inside ? pixel[c] : _fillValue);
            to[c] = add ? to[c] + value : value;
        }
    }
}
