namespace KerasNet.Backends.Managed;

/// <summary>For each position of a resized axis the four source positions that it is made of, and their weights. With half pixels it is Keys's
/// cubic (−1/2) whose weights outside the image are left out; else the older one (−3/4) with the edge repeated.</summary>
internal sealed class CubicAxis
{
    /// <summary>Source positions of each position.</summary>
    public const int Taps = 4;

    private const int TableSize = 1024;

    public CubicAxis(int input, int output, bool align, bool half)
    {
        Index = new int[output * Taps];
        Weight = new float[output * Taps];
        var scale = align && output > 1 ? (input - 1) / (float)(output - 1) : input / (float)output;
        for (var i = 0; i < output; i++)
        {
            Fill(i, half ? ((i + 0.5f) * scale) - 0.5f : i * scale, input, half);
        }
    }

    public int[] Index { get; }

    public float[] Weight { get; }

    private void Fill(int i, float at, int input, bool half)
    {
        var a = half ? -0.5f : -0.75f;
        var floor = (int)MathF.Floor(at);
        var offset = (int)MathF.Round((at - floor) * TableSize);
        Span<float> weights = [Far(a, offset), Near(a, offset), Near(a, TableSize - offset), Far(a, TableSize - offset)];
        var sum = 0f;
        for (var t = 0; t < Taps; t++)
        {
            var index = Math.Clamp(floor - 1 + t, 0, input - 1);
            weights[t] = half && index != floor - 1 + t ? 0 : weights[t];
            Index[(Taps * i) + t] = index;
            sum += weights[t];
        }

        for (var t = 0; t < Taps; t++)
        {
            Weight[(Taps * i) + t] = half ? weights[t] / sum : weights[t];
        }
    }

    private static float Near(float a, int offset)
    {
        var x = offset / (float)TableSize;
        return ((((a + 2) * x) - (a + 3)) * x * x) + 1;
    }

    private static float Far(float a, int offset)
    {
        var x = (offset / (float)TableSize) + 1;
        return (((((a * x) - (5 * a)) * x) + (8 * a)) * x) - (4 * a);
    }
}
