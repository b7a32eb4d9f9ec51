using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace KerasNet.Backends.Managed;

/// <summary>Gradients of pooling by the input, all of it written; images of a batch run on different threads.</summary>
internal static unsafe class PoolingGradient
{
    /// <summary>
    /// Maximum: the gradient goes to the first of equal values of a window, as MaxPoolGrad does it, or to
    /// <paramref name="all"/> of them, as MaxPool3DGrad does it.
    /// </summary>
    public static void Max<T>(in PoolShape shape, T* input, T* output, T* gradient, T* result, bool all = false) where T : unmanaged, INumber<T> =>
        ManagedThreads.For(shape.Batch, 1, new MaxImages<T>(shape, input, output, gradient, result, all));

    /// <summary>Average: every value of a window gets an equal share.</summary>
    public static void Average<T>(in PoolShape shape, T* gradient, T* result) where T : unmanaged, INumber<T> =>
        ManagedThreads.For(shape.Batch, 1, new AverageImages<T>(shape, gradient, result));

    private readonly struct MaxImages<T>(PoolShape s, T* input, T* output, T* gradient, T* result, bool all) : IRangeAction where T : unmanaged, INumber<T>
    {
        public void Run(int start, int end)
        {
            long size = (long)s.Input.Volume * s.Channels;
            for (int n = start; n < end; n++)
            {
                new Span<T>(result + (n * size), (int)size).Clear();
                for (int position = 0; position < s.Output.Volume; position++)
                {
                    var window = s.WindowAt(position / s.Output.W / s.Output.H, position / s.Output.W % s.Output.H, position % s.Output.W);
                    Window(window, n * size, (((long)n * s.Output.Volume) + position) * s.Channels);
                }
            }
        }

        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        private void Window(in PoolWindow window, long image, long at)
        {
            int c = 0;
            for (; c <= s.Channels - Vector256<T>.Count; c += Vector256<T>.Count)
            {
                var largest = Vector256.Load(output + at + c);
                var share = Vector256.Load(gradient + at + c);
                var open = Vector256<T>.AllBitsSet;
                for (int line = 0, lines = (window.D1 - window.D0) * (window.H1 - window.H0); line < lines; line++)
                {
                    long from = image + First(window, line) + c;
                    for (int w = window.W0; w < window.W1; w++, from += s.Channels)
                    {
                        var hit = Vector256.Equals(Vector256.Load(input + from), largest) & open;
                        open = all ? open : Vector256.AndNot(open, hit);
                        (Vector256.Load(result + from) + (share & hit)).Store(result + from);
                    }
                }
            }

            for (; c < s.Channels; c++)
            {
                One(window, image + c, output[at + c], gradient[at + c]);
            }
        }

        private void One(in PoolWindow window, long image, T largest, T share)
        {
            for (int line = 0, lines = (window.D1 - window.D0) * (window.H1 - window.H0); line < lines; line++)
            {
                long from = image + First(window, line);
                for (int w = window.W0; w < window.W1; w++, from += s.Channels)
                {
                    if (input[from] == largest)
                    {
                        result[from] += share;
                        if (!all)
                        {
                            return;
                        }
                    }
                }
            }
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private long First(in PoolWindow window, int line)
        {
            int high = window.H1 - window.H0;
            int d = window.D0 + (line / high);
            return (((((long)d * s.Input.H) + window.H0 + (line % high)) * s.Input.W) + window.W0) * s.Channels;
        }
    }

    private readonly struct AverageImages<T>(PoolShape s, T* gradient, T* result) : IRangeAction where T : unmanaged, INumber<T>
    {
        public void Run(int start, int end)
        {
            long size = (long)s.Input.Volume * s.Channels;
            using var share = new Scratch<T>(s.Channels);
            for (int n = start; n < end; n++)
            {
                new Span<T>(result + (n * size), (int)size).Clear();
                for (int position = 0; position < s.Output.Volume; position++)
                {
                    var window = s.WindowAt(position / s.Output.W / s.Output.H, position / s.Output.W % s.Output.H, position % s.Output.W);
                    T count = T.CreateTruncating(window.Count);
                    T* from = gradient + ((((long)n * s.Output.Volume) + position) * s.Channels);
                    for (int c = 0; c < s.Channels; c++)
                    {
                        share.Pointer[c] = from[c] / count;
                    }

                    Spread(window, share.Pointer, result + (n * size));
                }
            }
        }

        private void Spread(in PoolWindow window, T* share, T* image)
        {
            for (int d = window.D0; d < window.D1; d++)
            {
                for (int h = window.H0; h < window.H1; h++)
                {
                    for (int w = window.W0; w < window.W1; w++)
                    {
                        VectorMath.Add(share, image + ((((((long)d * s.Input.H) + h) * s.Input.W) + w) * s.Channels), s.Channels);
                    }
                }
            }
        }
    }
}
