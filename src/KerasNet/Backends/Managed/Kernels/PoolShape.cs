namespace KerasNet.Backends.Managed;

/// <summary>Windows that slide over an image <c>(batch, D, H, W, channels)</c>; what lies in the padding does not count.</summary>
internal readonly record struct PoolShape(int Batch, Size3 Input, int Channels, Size3 Window, Size3 Output, Size3 Stride, Size3 Before)
{
    /// <summary>From shapes and per-axis settings; the lists have one number for each spatial axis.</summary>
    public static PoolShape Create(
        ReadOnlySpan<int> input, ReadOnlySpan<int> window, ReadOnlySpan<int> output, ReadOnlySpan<int> strides, ReadOnlySpan<int> before) => new(
            input[0], Size3.From(input[1..^1]), input[^1], Size3.From(window), Size3.From(output[1..^1]), Size3.From(strides), Size3.From(before, 0));

    /// <summary>The part of the window of an output position that lies inside the input.</summary>
    public PoolWindow WindowAt(int d, int h, int w)
    {
        int d0 = (d * Stride.D) - Before.D, h0 = (h * Stride.H) - Before.H, w0 = (w * Stride.W) - Before.W;
        return new(
            Math.Max(d0, 0), Math.Min(d0 + Window.D, Input.D), Math.Max(h0, 0), Math.Min(h0 + Window.H, Input.H), Math.Max(w0, 0), Math.Min(w0 + Window.W, Input.W));
    }
}
