using System.Numerics;

namespace KerasNet.Backends.Managed;

/// <summary>
/// Gradient of a convolution by its input. The input positions fall into stride phases; within one, every position sees the
/// same taps of the filter at fixed distances in the output's gradient, so each phase is a convolution with stride 1.
/// </summary>
internal static unsafe class ConvolutionInput
{
    /// <summary>The gradient by the input, all of it written.</summary>
    public static void Backward<T>(in ConvolutionShape shape, T* filter, T* gradient, T* result) where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (shape.IsPointwise)
        {
            Gemm.Multiply(false, true, shape.Batch * shape.Input.Volume, shape.InChannels, shape.OutChannels, gradient, filter, result);
            return;
        }

        for (int d = 0; d < Math.Min(shape.Stride.D, shape.Input.D); d++)
        {
            for (int h = 0; h < Math.Min(shape.Stride.H, shape.Input.H); h++)
            {
                for (int w = 0; w < Math.Min(shape.Stride.W, shape.Input.W); w++)
                {
                    Phase(shape, new Size3(d, h, w), filter, gradient, result);
                }
            }
        }
    }

    private static void Phase<T>(in ConvolutionShape shape, Size3 phase, T* filter, T* gradient, T* result) where T : unmanaged, IFloatingPointIeee754<T>
    {
        var axisD = Axis.Of(shape.Input.D, shape.Kernel.D, shape.Stride.D, shape.Dilation.D, shape.Before.D, phase.D);
        var axisH = Axis.Of(shape.Input.H, shape.Kernel.H, shape.Stride.H, shape.Dilation.H, shape.Before.H, phase.H);
        var axisW = Axis.Of(shape.Input.W, shape.Kernel.W, shape.Stride.W, shape.Dilation.W, shape.Before.W, phase.W);
        var grid = new Size3(axisD.Positions, axisH.Positions, axisW.Positions);
        var taps = new Size3(axisD.Taps, axisH.Taps, axisW.Taps);
        int rows = shape.Batch * grid.Volume;
        int depth = taps.Volume * shape.GroupOut;
        for (int group = 0; group < shape.Groups; group++)
        {
            var patches = new PatchGrid<T>(
                gradient + (group * shape.GroupOut), shape.Output, shape.OutChannels, shape.GroupOut, grid, Size3.One,
                new Size3(axisD.Origin, axisH.Origin, axisW.Origin), taps, new Size3(axisD.TapStep, axisH.TapStep, axisW.TapStep));
            using var turned = new Scratch<T>((long)depth * shape.GroupIn);
            Turn(shape, filter + (group * shape.GroupOut), axisD, axisH, axisW, turned.Pointer);
            using var packed = Convolution.Pack(turned.Pointer, depth, shape.GroupIn, shape.GroupIn);
            int tile = PatchProduct<T>.TileRows(depth);
            var product = new PatchProduct<T>(
                patches, rows, tile, packed.Pointer, shape.GroupIn, result + (group * shape.GroupIn), grid, shape.Input, shape.InChannels, shape.Stride, phase);
            ManagedThreads.For((rows + tile - 1) / tile, 1, product);
        }
    }

    // The phase's taps as a matrix (taps, out channels) by (in channels).
    private static void Turn<T>(in ConvolutionShape shape, T* filter, Axis d, Axis h, Axis w, T* to) where T : unmanaged
    {
        for (int i = 0; i < d.Taps; i++)
        {
            for (int j = 0; j < h.Taps; j++)
            {
                for (int k = 0; k < w.Taps; k++, to += shape.GroupIn * shape.GroupOut)
                {
                    int tap = ((((d.Tap(i) * shape.Kernel.H) + h.Tap(j)) * shape.Kernel.W) + w.Tap(k)) * shape.GroupIn;
                    for (int c = 0; c < shape.GroupIn; c++)
                    {
                        T* from = filter + ((long)(tap + c) * shape.OutChannels);
                        for (int o = 0; o < shape.GroupOut; o++)
                        {
                            to[(o * shape.GroupIn) + c] = from[o];
                        }
                    }
                }
            }
        }
    }

    /// <summary>One axis of a phase: its positions, the first tap that meets it, and where the taps lie in the gradient.</summary>
    private readonly record struct Axis(int Positions, int Taps, int First, int Every, int Origin, int TapStep)
    {
        private static int Common(int a, int b) => b == 0 ? a : Common(b, a % b);

        public int Tap(int index) => First + (index * Every);

        public static Axis Of(int input, int kernel, int stride, int dilation, int before, int phase)
        {
            int positions = (input - phase + stride - 1) / stride;
            int every = stride / Common(stride, dilation);
            int first = 0;
            while (first < Math.Min(every, kernel) && (phase + before - (first * dilation)) % stride != 0)
            {
                first++;
            }

            if (first >= Math.Min(every, kernel))
            {
                return new Axis(positions, 0, 0, 1, 0, 0);
            }

            // Counted from the last tap down, so that the taps lie in the gradient in ascending order.
            int taps = ((kernel - 1 - first) / every) + 1;
            int last = first + ((taps - 1) * every);
            return new Axis(positions, taps, last, -every, (phase + before - (last * dilation)) / stride, every * dilation / stride);
        }
    }
}
