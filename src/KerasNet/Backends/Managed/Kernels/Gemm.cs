using System.Numerics;
using System.Runtime.Intrinsics;

namespace KerasNet.Backends.Managed;

/// <summary>Matrix product of row-major matrices: B is packed into column panels, the result is cut into tiles for the threads.</summary>
internal static unsafe class Gemm
{
    private const int MaxPackedElements = 1 << 22;
    private const int MaxTileRows = 96;
    private const int MaxTileColumns = 512;

    /// <summary><c>C = op(A)·op(B)</c> of dense matrices, where op(A) is m×k, op(B) is k×n.</summary>
    public static void Multiply<T>(bool transposeA, bool transposeB, int m, int n, int k, T* a, T* b, T* c, bool accumulate = false)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        Multiply(transposeA, transposeB, m, n, k, a, transposeA ? m : k, b, transposeB ? k : n, c, n, accumulate);

    /// <summary><c>C = op(A)·op(B)</c>, or <c>C += …</c>; the leading dimensions are the distances of the stored rows.</summary>
    public static void Multiply<T>(
        bool transposeA, bool transposeB, int m, int n, int k, T* a, int lda, T* b, int ldb, T* c, int ldc, bool accumulate = false)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (m == 0 || n == 0)
        {
            return;
        }

        if (k == 0)
        {
            Clear(m, n, c, ldc, accumulate);
        }
        else if (m == 1)
        {
            MatrixVector.Multiply(transposeB, n, k, a, transposeA ? lda : 1, b, ldb, c, 1, accumulate);
        }
        else if (n == 1)
        {
            MatrixVector.Multiply(!transposeA, m, k, b, transposeB ? 1 : ldb, a, lda, c, ldc, accumulate);
        }
        else
        {
            Blocked(transposeA, transposeB, m, n, k, a, lda, b, ldb, c, ldc, accumulate);
        }
    }

    private static void Blocked<T>(
        bool transposeA, bool transposeB, int m, int n, int k, T* a, int lda, T* b, int ldb, T* c, int ldc, bool accumulate)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        int width = 2 * Vector256<T>.Count;
        int block = Math.Max(1, MaxPackedElements / k / width) * width;
        for (int start = 0; start < n; start += block)
        {
            int columns = Math.Min(block, n - start);
            int panels = (columns + width - 1) / width;
            using var packed = new Scratch<T>((long)panels * width * k);
            T* from = transposeB ? b + ((long)start * ldb) : b + start;
            ManagedThreads.For(panels, ManagedThreads.Grain((long)k * width),
                new GemmPanels<T>(transposeB, columns, k, from, ldb, packed.Pointer));

            int tileRows = Split(m, MaxTileRows, GemmKernel.Rows);
            int tileColumns = Split(columns, MaxTileColumns, width);
            int wanted = (long)m * columns * k < 1 << 18 ? 1 : 2 * ManagedThreads.Available;
            while (Tiles(m, tileRows) * Tiles(columns, tileColumns) < wanted && tileColumns > 4 * width)
            {
                tileColumns = Split(columns, tileColumns / 2, width);
            }

            int across = Tiles(columns, tileColumns);
            var tiles = new GemmTiles<T>(transposeA, m, columns, k, a, lda, packed.Pointer, c + start, ldc, accumulate, tileRows, tileColumns, across);
            ManagedThreads.For(Tiles(m, tileRows) * across, ManagedThreads.Grain((long)tileRows * tileColumns * k / 16), tiles);
        }
    }

    private static int Tiles(int length, int tile) => (length + tile - 1) / tile;

    private static int Split(int length, int most, int unit)
    {
        int pieces = Tiles(length, most);
        int piece = Tiles(length, pieces);
        return Tiles(piece, unit) * unit;
    }

    private static void Clear<T>(int m, int n, T* c, int ldc, bool accumulate) where T : unmanaged
    {
        for (int i = 0; i < m && !accumulate; i++)
        {
            new Span<T>(c + ((long)i * ldc), n).Clear();
        }
    }
}
