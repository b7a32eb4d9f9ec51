using System.Numerics;

namespace KerasNet.Backends.Managed;

/// <summary>
/// Gradient of a convolution by its filter: transposed patches times the output's gradient. The positions are summed in a
/// number of parts that depends on the shape alone, and the parts in order, so threads do not change a number.
/// </summary>
internal static unsafe class ConvolutionFilter
{
    private const int MaxParts = 16;
    private const int MaxPartBytes = 64 << 20;
    private const int TileBytes = 256 * 1024;

    /// <summary>The gradient by the filter, all of it written.</summary>
    public static void Backward<T>(in ConvolutionShape shape, T* input, T* gradient, T* result) where T : unmanaged, IFloatingPointIeee754<T>
    {
        int rows = shape.Batch * shape.Output.Volume;
        int depth = shape.Kernel.Volume * shape.GroupIn;
        int tile = Math.Clamp(TileBytes / sizeof(T) / Math.Max(1, depth), 32, 256);
        int tiles = Math.Max(1, (rows + tile - 1) / tile);
        long size = (long)depth * shape.GroupOut;
        int parts = (int)Math.Clamp(MaxPartBytes / Math.Max(1, size * sizeof(T)), 1, Math.Min(MaxParts, tiles));
        var origin = new Size3(-shape.Before.D, -shape.Before.H, -shape.Before.W);
        using var sums = new Scratch<T>(size * parts);
        for (int group = 0; group < shape.Groups; group++)
        {
            var patches = new PatchGrid<T>(
                input + (group * shape.GroupIn), shape.Input, shape.InChannels, shape.GroupIn, shape.Output, shape.Stride, origin, shape.Kernel, shape.Dilation);
            int column = group * shape.GroupOut;
            ManagedThreads.For(parts, 1, new Parts<T>(patches, rows, tile, tiles, parts, gradient + column, shape.OutChannels, shape.GroupOut, sums.Pointer));
            for (int row = 0; row < depth; row++)
            {
                Add(sums.Pointer + ((long)row * shape.GroupOut), parts, size, result + ((long)row * shape.OutChannels) + column, shape.GroupOut);
            }
        }
    }

    private static void Add<T>(T* sums, int parts, long size, T* to, int count) where T : unmanaged, IFloatingPointIeee754<T>
    {
        new ReadOnlySpan<T>(sums, count).CopyTo(new Span<T>(to, count));
        for (int part = 1; part < parts; part++)
        {
            VectorMath.Add(sums + (part * size), to, count);
        }
    }

    private readonly struct Parts<T>(PatchGrid<T> patches, int rows, int tile, int tiles, int parts, T* gradient, int pixel, int columns, T* sums) : IRangeAction
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        public void Run(int start, int end)
        {
            int depth = patches.Length;
            using var left = new Scratch<T>((long)tile * depth);
            for (int part = start; part < end; part++)
            {
                T* sum = sums + ((long)part * depth * columns);
                int last = (int)((long)tiles * (part + 1) / parts);
                int begin = (int)((long)tiles * part / parts);
                for (int i = begin; i < last; i++)
                {
                    int first = i * tile;
                    int count = Math.Min(tile, rows - first);
                    patches.Gather(first, count, left.Pointer);
                    Gemm.Multiply(true, false, depth, columns, count, left.Pointer, depth, gradient + ((long)first * pixel), pixel, sum, columns, i > begin);
                }
            }
        }
    }
}
