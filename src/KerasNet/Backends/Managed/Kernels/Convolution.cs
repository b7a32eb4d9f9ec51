using System.Numerics;
using System.Runtime.Intrinsics;

namespace KerasNet.Backends.Managed;

/// <summary>Convolution forward: patches times filter, never more than a tile of patches a thread in memory.</summary>
internal static unsafe class Convolution
{
    /// <summary>The output, all of it written.</summary>
    public static void Forward<T>(in ConvolutionShape shape, T* input, T* filter, T* output) where T : unmanaged, IFloatingPointIeee754<T>
    {
        int rows = shape.Batch * shape.Output.Volume;
        if (shape.IsPointwise)
        {
            Gemm.Multiply(false, false, rows, shape.OutChannels, shape.InChannels, input, filter, output);
            return;
        }

        var origin = new Size3(-shape.Before.D, -shape.Before.H, -shape.Before.W);
        for (int group = 0; group < shape.Groups; group++)
        {
            var patches = new PatchGrid<T>(
                input + (group * shape.GroupIn), shape.Input, shape.InChannels, shape.GroupIn, shape.Output, shape.Stride, origin, shape.Kernel, shape.Dilation);
            int column = group * shape.GroupOut;
            using var packed = Pack(filter + column, patches.Length, shape.GroupOut, shape.OutChannels);
            int tile = PatchProduct<T>.TileRows(patches.Length);
            ManagedThreads.For((rows + tile - 1) / tile, 1, new PatchProduct<T>(
                patches, rows, tile, packed.Pointer, shape.GroupOut, output + column, shape.Output, shape.Output, shape.OutChannels, Size3.One, default));
        }
    }

    /// <summary>A row-major matrix in the panels that <see cref="GemmTiles{T}"/> reads; a single column stays a column.</summary>
    internal static Scratch<T> Pack<T>(T* matrix, int depth, int columns, int stride) where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (columns == 1)
        {
            var column = new Scratch<T>(depth);
            for (int i = 0; i < depth; i++)
            {
                column.Pointer[i] = matrix[(long)i * stride];
            }

            return column;
        }

        int width = 2 * Vector256<T>.Count;
        int panels = (columns + width - 1) / width;
        var packed = new Scratch<T>((long)panels * width * depth);
        ManagedThreads.For(panels, ManagedThreads.Grain((long)depth * width), new GemmPanels<T>(false, columns, depth, matrix, stride, packed.Pointer));
        return packed;
    }
}
