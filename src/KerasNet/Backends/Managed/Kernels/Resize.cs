using System.Numerics;

namespace KerasNet.Backends.Managed;

/// <summary>Resizing of images <c>(batch, H, W, channels)</c>, nearest neighbour and bilinear, and the gradients.</summary>
internal static unsafe class Resize
{
    /// <summary>Each output pixel is a copy of the nearest input pixel.</summary>
    public static void Nearest<T>(int batch, int channels, ResizeAxis h, ResizeAxis w, T* x, T* y) where T : unmanaged =>
        ManagedThreads.For(batch * h.Output, ManagedThreads.Grain((long)w.Output * channels), new NearestRows<T>(channels, h, w, x, y));

    /// <summary>The gradient goes to the pixel that was copied.</summary>
    public static void NearestGradient<T>(int batch, int channels, ResizeAxis h, ResizeAxis w, T* dy, T* dx) where T : unmanaged, INumberBase<T> =>
        ManagedThreads.For(batch, 1, new NearestImages<T>(channels, h, w, dy, dx));

    /// <summary>Each output pixel is a mean of four input pixels.</summary>
    public static void Bilinear<T, TOut>(int batch, int channels, ResizeAxis h, ResizeAxis w, T* x, TOut* y)
        where T : unmanaged, INumberBase<T>
        where TOut : unmanaged, IFloatingPointIeee754<TOut> =>
        ManagedThreads.For(batch * h.Output, ManagedThreads.Grain(4L * w.Output * channels), new LinearRows<T, TOut>(channels, h, w, x, y));

    /// <summary>The gradient goes to the four pixels by their weights.</summary>
    public static void BilinearGradient<T>(int batch, int channels, ResizeAxis h, ResizeAxis w, T* dy, T* dx) where T : unmanaged, IFloatingPointIeee754<T> =>
        ManagedThreads.For(batch, 1, new LinearImages<T>(channels, h, w, dy, dx));

    private readonly struct NearestRows<T>(int channels, ResizeAxis h, ResizeAxis w, T* x, T* y) : IRangeAction where T : unmanaged
    {
        public void Run(int start, int end)
        {
            for (int row = start; row < end; row++)
            {
                T* from = x + ((((long)(row / h.Output) * h.Input) + h.Nearest(row % h.Output)) * w.Input * channels);
                T* to = y + ((long)row * w.Output * channels);
                for (int j = 0; j < w.Output; j++, to += channels)
                {
                    new ReadOnlySpan<T>(from + ((long)w.Nearest(j) * channels), channels).CopyTo(new Span<T>(to, channels));
                }
            }
        }
    }

    private readonly struct NearestImages<T>(int channels, ResizeAxis h, ResizeAxis w, T* dy, T* dx) : IRangeAction where T : unmanaged, INumberBase<T>
    {
        public void Run(int start, int end)
        {
            int size = h.Input * w.Input * channels;
            for (int n = start; n < end; n++)
            {
                T* image = dx + ((long)n * size);
                new Span<T>(image, size).Clear();
                T* from = dy + ((long)n * h.Output * w.Output * channels);
                for (int i = 0; i < h.Output; i++)
                {
                    T* row = image + ((long)h.Nearest(i) * w.Input * channels);
                    for (int j = 0; j < w.Output; j++, from += channels)
                    {
                        VectorMath.Add(from, row + ((long)w.Nearest(j) * channels), channels);
                    }
                }
            }
        }
    }

    private readonly struct LinearRows<T, TOut>(int channels, ResizeAxis h, ResizeAxis w, T* x, TOut* y) : IRangeAction
        where T : unmanaged, INumberBase<T>
        where TOut : unmanaged, IFloatingPointIeee754<TOut>
    {
        public void Run(int start, int end)
        {
            for (int row = start; row < end; row++)
            {
                var (top, bottom, down) = h.Linear(row % h.Output);
                T* image = x + ((long)(row / h.Output) * h.Input * w.Input * channels);
                T* upper = image + ((long)top * w.Input * channels);
                T* lower = image + ((long)bottom * w.Input * channels);
                TOut* to = y + ((long)row * w.Output * channels);
                TOut weightY = TOut.CreateTruncating(down);
                for (int j = 0; j < w.Output; j++)
                {
                    var (left, right, across) = w.Linear(j);
                    TOut weightX = TOut.CreateTruncating(across);
                    (left, right) = (left * channels, right * channels);
                    for (int c = 0; c < channels; c++)
                    {
                        TOut above = Mix(upper[left + c], upper[right + c], weightX);
                        TOut below = Mix(lower[left + c], lower[right + c], weightX);
                        *to++ = above + ((below - above) * weightY);
                    }
                }
            }
        }

        private static TOut Mix(T a, T b, TOut weight)
        {
            TOut first = TOut.CreateTruncating(a);
            return first + ((TOut.CreateTruncating(b) - first) * weight);
        }
    }

    private readonly struct LinearImages<T>(int channels, ResizeAxis h, ResizeAxis w, T* dy, T* dx) : IRangeAction where T : unmanaged, IFloatingPointIeee754<T>
    {
        public void Run(int start, int end)
        {
            int size = h.Input * w.Input * channels;
            for (int n = start; n < end; n++)
            {
                T* image = dx + ((long)n * size);
                new Span<T>(image, size).Clear();
                T* from = dy + ((long)n * h.Output * w.Output * channels);
                for (int i = 0; i < h.Output; i++)
                {
                    var (top, bottom, down) = h.Linear(i);
                    for (int j = 0; j < w.Output; j++, from += channels)
                    {
                        var (left, right, across) = w.Linear(j);
                        Spread(from, (1 - down) * (1 - across), image + ((((long)top * w.Input) + left) * channels));
                        Spread(from, (1 - down) * across, image + ((((long)top * w.Input) + right) * channels));
                        Spread(from, down * (1 - across), image + ((((long)bottom * w.Input) + left) * channels));
                        Spread(from, down * across, image + ((((long)bottom * w.Input) + right) * channels));
                    }
                }
            }
        }

        private void Spread(T* from, float weight, T* to)
        {
            T factor = T.CreateTruncating(weight);
            for (int c = 0; c < channels; c++)
            {
                to[c] += from[c] * factor;
            }
        }
    }
}
