using System.Numerics;
using System.Runtime.Intrinsics;

namespace KerasNet.Backends.Managed;

/// <summary>Computes tiles of <c>C = op(A)·packed(B)</c>, depth block after depth block, always in the same order of additions.</summary>
internal readonly unsafe struct GemmTiles<T>(
    bool transposeA, int m, int n, int k, T* a, int lda, T* packed, T* c, int ldc, bool accumulate, int tileRows, int tileColumns, int across) : IRangeAction
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private const int Depth = 256;

    public void Run(int start, int end)
    {
        for (int tile = start; tile < end; tile++)
        {
            int row = tile / across * tileRows;
            int column = tile % across * tileColumns;
            Tile(row, Math.Min(tileRows, m - row), column, Math.Min(tileColumns, n - column));
        }
    }

    private void Tile(int row, int rows, int column, int columns)
    {
        using var block = new Scratch<T>(transposeA ? (long)Depth * (rows + GemmKernel.Rows) : 0);
        for (int p = 0; p < k; p += Depth)
        {
            int depth = Math.Min(Depth, k - p);
            bool add = accumulate || p > 0;
            if (transposeA)
            {
                Pack(a + ((long)p * lda) + row, rows, depth, block.Pointer);
                Panels(block.Pointer, GemmKernel.Rows * depth, 1, GemmKernel.Rows, row, rows, column, columns, p, depth, add);
            }
            else
            {
                T* from = a + ((long)row * lda) + p;
                Panels(from, (nint)GemmKernel.Rows * lda, lda, 1, row, rows, column, columns, p, depth, add);
            }
        }
    }

    private void Panels(T* from, nint panelStep, nint rowStep, nint depthStep, int row, int rows, int column, int columns, int p, int depth, bool add)
    {
        int width = 2 * Vector256<T>.Count;
        for (int j = 0; j < columns; j += width)
        {
            T* right = packed + ((long)(column + j) * k) + ((long)p * width);
            T* left = from;
            for (int i = 0; i < rows; i += GemmKernel.Rows, left += panelStep)
            {
                T* to = c + ((long)(row + i) * ldc) + column + j;
                int high = rows - i;
                int wide = columns - j;
                if (high >= GemmKernel.Rows && wide >= width)
                {
                    GemmKernel.Full(depth, left, rowStep, depthStep, right, to, ldc, add);
                }
                else
                {
                    GemmKernel.Edge(depth, left, rowStep, depthStep, right, to, ldc, add, Math.Min(high, GemmKernel.Rows), Math.Min(wide, width));
                }
            }
        }
    }

    private void Pack(T* from, int rows, int depth, T* to)
    {
        for (int i = 0; i < rows; i += GemmKernel.Rows)
        {
            int high = Math.Min(GemmKernel.Rows, rows - i);
            T* source = from + i;
            for (int p = 0; p < depth; p++, source += lda, to += GemmKernel.Rows)
            {
                for (int r = 0; r < high; r++)
                {
                    to[r] = source[r];
                }
            }
        }
    }
}
