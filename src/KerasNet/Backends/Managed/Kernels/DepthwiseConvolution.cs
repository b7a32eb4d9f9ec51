using System.Numerics;

namespace KerasNet.Backends.Managed;

/// <summary>Two-dimensional depthwise convolution and its gradients: every channel has filters of its own.</summary>
internal static unsafe class DepthwiseConvolution
{
    private const int MaxParts = 16;

    /// <summary>The output, all of it written.</summary>
    public static void Forward<T>(in DepthwiseShape shape, T* input, T* filter, T* output) where T : unmanaged, IFloatingPointIeee754<T> =>
        ManagedThreads.For(shape.Batch * shape.OutH, 1, new ForwardRows<T>(shape, input, filter, output));

    /// <summary>The gradient by the input, all of it written.</summary>
    public static void BackwardInput<T>(in DepthwiseShape shape, T* filter, T* gradient, T* result) where T : unmanaged, IFloatingPointIeee754<T> =>
        ManagedThreads.For(shape.Batch * shape.InH, 1, new InputRows<T>(shape, filter, gradient, result));

    /// <summary>The gradient by the filter, all of it written.</summary>
    public static void BackwardFilter<T>(in DepthwiseShape shape, T* input, T* gradient, T* result) where T : unmanaged, IFloatingPointIeee754<T>
    {
        int size = shape.KernelH * shape.KernelW * shape.OutChannels;
        int parts = Math.Clamp(shape.Batch * shape.OutH, 1, MaxParts);
        using var sums = new Scratch<T>((long)size * parts);
        ManagedThreads.For(parts, 1, new FilterParts<T>(shape, parts, input, gradient, sums.Pointer));
        new ReadOnlySpan<T>(sums.Pointer, size).CopyTo(new Span<T>(result, size));
        for (int part = 1; part < parts; part++)
        {
            VectorMath.Add(sums.Pointer + ((long)part * size), result, size);
        }
    }

    private readonly struct ForwardRows<T>(DepthwiseShape s, T* input, T* filter, T* output) : IRangeAction where T : unmanaged, IFloatingPointIeee754<T>
    {
        public void Run(int start, int end)
        {
            for (int row = start; row < end; row++)
            {
                T* to = output + ((long)row * s.OutW * s.OutChannels);
                new Span<T>(to, s.OutW * s.OutChannels).Clear();
                int h0 = (row % s.OutH * s.StrideH) - s.BeforeH;
                for (int i = 0; i < s.KernelH; i++)
                {
                    int h = h0 + (i * s.DilationH);
                    if ((uint)h < (uint)s.InH)
                    {
                        Line(input + (((long)(row / s.OutH) * s.InH) + h) * s.InW * s.Channels, filter + ((long)i * s.KernelW * s.OutChannels), to);
                    }
                }
            }
        }

        private void Line(T* from, T* taps, T* to)
        {
            for (int x = 0; x < s.OutW; x++, to += s.OutChannels)
            {
                for (int j = 0; j < s.KernelW; j++)
                {
                    int w = (x * s.StrideW) - s.BeforeW + (j * s.DilationW);
                    if ((uint)w < (uint)s.InW)
                    {
                        DepthwisePixel.Forward(from + ((long)w * s.Channels), taps + ((long)j * s.OutChannels), to, s.Channels, s.Multiplier);
                    }
                }
            }
        }
    }

    private readonly struct InputRows<T>(DepthwiseShape s, T* filter, T* gradient, T* result) : IRangeAction where T : unmanaged, IFloatingPointIeee754<T>
    {
        public void Run(int start, int end)
        {
            for (int row = start; row < end; row++)
            {
                T* to = result + ((long)row * s.InW * s.Channels);
                new Span<T>(to, s.InW * s.Channels).Clear();
                for (int i = 0; i < s.KernelH; i++)
                {
                    int y = (row % s.InH) + s.BeforeH - (i * s.DilationH);
                    if (y >= 0 && y % s.StrideH == 0 && y / s.StrideH < s.OutH)
                    {
                        long line = ((long)(row / s.InH) * s.OutH) + (y / s.StrideH);
                        Line(gradient + (line * s.OutW * s.OutChannels), filter + ((long)i * s.KernelW * s.OutChannels), to);
                    }
                }
            }
        }

        private void Line(T* from, T* taps, T* to)
        {
            for (int w = 0; w < s.InW; w++, to += s.Channels)
            {
                for (int j = 0; j < s.KernelW; j++)
                {
                    int x = w + s.BeforeW - (j * s.DilationW);
                    if (x >= 0 && x % s.StrideW == 0 && x / s.StrideW < s.OutW)
                    {
                        DepthwisePixel.Input(from + ((long)(x / s.StrideW) * s.OutChannels), taps + ((long)j * s.OutChannels), to, s.Channels, s.Multiplier);
                    }
                }
            }
        }
    }

    private readonly struct FilterParts<T>(DepthwiseShape s, int parts, T* input, T* gradient, T* sums) : IRangeAction where T : unmanaged, IFloatingPointIeee754<T>
    {
        public void Run(int start, int end)
        {
            int size = s.KernelH * s.KernelW * s.OutChannels;
            for (int part = start; part < end; part++)
            {
                T* to = sums + ((long)part * size);
                new Span<T>(to, size).Clear();
                int rows = s.Batch * s.OutH;
                for (int row = (int)((long)rows * part / parts); row < (int)((long)rows * (part + 1) / parts); row++)
                {
                    Row(row, to);
                }
            }
        }

        private void Row(int row, T* to)
        {
            T* from = gradient + ((long)row * s.OutW * s.OutChannels);
            for (int i = 0; i < s.KernelH; i++)
            {
                int h = (row % s.OutH * s.StrideH) - s.BeforeH + (i * s.DilationH);
                if ((uint)h >= (uint)s.InH)
                {
                    continue;
                }

                T* line = input + ((((long)(row / s.OutH) * s.InH) + h) * s.InW * s.Channels);
                for (int j = 0; j < s.KernelW; j++)
                {
                    T* tap = to + (((long)i * s.KernelW) + j) * s.OutChannels;
                    for (int x = 0; x < s.OutW; x++)
                    {
                        int w = (x * s.StrideW) - s.BeforeW + (j * s.DilationW);
                        if ((uint)w < (uint)s.InW)
                        {
                            DepthwisePixel.Forward(line + ((long)w * s.Channels), from + ((long)x * s.OutChannels), tap, s.Channels, s.Multiplier);
                        }
                    }
                }
            }
        }
    }
}
