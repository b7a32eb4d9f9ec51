using System.Numerics;

namespace KerasNet.Backends.Managed;

/// <summary>
/// Multiplies the patches of a grid with a packed matrix, tile after tile, and puts the rows to the grid positions
/// <c>g·step + origin</c> of an image <c>(batch, size, pixel)</c>.
/// </summary>
internal readonly unsafe struct PatchProduct<T>(PatchGrid<T> patches, int rows, int tile, T* packed, int columns, T* target, Size3 grid, Size3 size, int pixel, Size3 step, Size3 origin)
    : IRangeAction
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private const int TileBytes = 128 * 1024;

    /// <summary>Rows of a tile of patches that stays in the cache.</summary>
    public static int TileRows(int length) => Math.Clamp(TileBytes / sizeof(T) / Math.Max(length, 1) / GemmKernel.Rows, 2, 32) * GemmKernel.Rows;

    public void Run(int start, int end)
    {
        int length = patches.Length;
        bool direct = step == Size3.One && grid == size;
        using var left = new Scratch<T>((long)tile * length);
        using var result = new Scratch<T>(direct ? 0 : (long)tile * columns);
        for (int i = start; i < end; i++)
        {
            int first = i * tile;
            int count = Math.Min(tile, rows - first);
            patches.Gather(first, count, left.Pointer);
            T* to = direct ? target + ((long)first * pixel) : result.Pointer;
            int stride = direct ? pixel : columns;
            for (int row = 0; row < count && length == 0; row++)
            {
                new Span<T>(to + ((long)row * stride), columns).Clear();
            }

            if (columns == 1)
            {
                MatrixVector.Multiply(true, count, length, packed, 1, left.Pointer, length, to, stride, false);
            }
            else
            {
                new GemmTiles<T>(false, count, columns, length, left.Pointer, length, packed, to, stride, false, count, columns, 1).Run(0, 1);
            }

            if (!direct)
            {
                Scatter(first, count, result.Pointer);
            }
        }
    }

    private void Scatter(int first, int count, T* from)
    {
        for (int i = 0; i < count; i++, from += columns)
        {
            int at = first + i;
            int w = (at % grid.W * step.W) + origin.W;
            at /= grid.W;
            int h = (at % grid.H * step.H) + origin.H;
            at /= grid.H;
            int d = (at % grid.D * step.D) + origin.D;
            long index = (((((long)(at / grid.D) * size.D) + d) * size.H) + h) * size.W + w;
            new ReadOnlySpan<T>(from, columns).CopyTo(new Span<T>(target + (index * pixel), columns));
        }
    }
}
