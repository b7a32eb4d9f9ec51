using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace KerasNet.Backends.Managed;

/// <summary>The innermost block of the matrix product: six rows by two vectors, twelve sums in registers.</summary>
internal static unsafe class GemmKernel
{
    /// <summary>Rows of a block.</summary>
    public const int Rows = 6;

    /// <summary>One whole block: <c>C (+)= A·B</c>, A by its steps, B packed two vectors a row.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Full<T>(int depth, T* a, nint rowStep, nint depthStep, T* b, T* c, nint ldc, bool accumulate, int rows = Rows)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        // Rows that are missing at the bottom read the last row again.
        T* a1 = rows > 1 ? a + rowStep : a;
        T* a2 = rows > 2 ? a1 + rowStep : a1;
        T* a3 = rows > 3 ? a2 + rowStep : a2;
        T* a4 = rows > 4 ? a3 + rowStep : a3;
        T* a5 = rows > 5 ? a4 + rowStep : a4;
        Vector256<T> c00 = default, c01 = default, c10 = default, c11 = default, c20 = default, c21 = default;
        Vector256<T> c30 = default, c31 = default, c40 = default, c41 = default, c50 = default, c51 = default;
        T* last = b + ((nint)depth * 2 * Vector256<T>.Count);
        for (nint i = 0; b < last; b += 2 * Vector256<T>.Count, i += depthStep)
        {
            var b0 = Vector256.Load(b);
            var b1 = Vector256.Load(b + Vector256<T>.Count);
            var x = Vector256.Create(a[i]);
            c00 = VectorMath.MultiplyAdd(x, b0, c00);
            c01 = VectorMath.MultiplyAdd(x, b1, c01);
            x = Vector256.Create(a1[i]);
            c10 = VectorMath.MultiplyAdd(x, b0, c10);
            c11 = VectorMath.MultiplyAdd(x, b1, c11);
            x = Vector256.Create(a2[i]);
            c20 = VectorMath.MultiplyAdd(x, b0, c20);
            c21 = VectorMath.MultiplyAdd(x, b1, c21);
            x = Vector256.Create(a3[i]);
            c30 = VectorMath.MultiplyAdd(x, b0, c30);
            c31 = VectorMath.MultiplyAdd(x, b1, c31);
            x = Vector256.Create(a4[i]);
            c40 = VectorMath.MultiplyAdd(x, b0, c40);
            c41 = VectorMath.MultiplyAdd(x, b1, c41);
            x = Vector256.Create(a5[i]);
            c50 = VectorMath.MultiplyAdd(x, b0, c50);
            c51 = VectorMath.MultiplyAdd(x, b1, c51);
        }

        Store(c, c00, c01, accumulate);
        Store(c + ldc, c10, c11, accumulate);
        Store(c + (2 * ldc), c20, c21, accumulate);
        Store(c + (3 * ldc), c30, c31, accumulate);
        Store(c + (4 * ldc), c40, c41, accumulate);
        Store(c + (5 * ldc), c50, c51, accumulate);
    }

    /// <summary>A block that is cut off at the bottom or at the right.</summary>
    [SkipLocalsInit]
    public static void Edge<T>(int depth, T* a, nint rowStep, nint depthStep, T* b, T* c, nint ldc, bool accumulate, int rows, int columns)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        int width = 2 * Vector256<T>.Count;
        T* block = stackalloc T[Rows * 2 * Vector256<T>.Count];
        if (rows == 1)
        {
            Row(depth, a, depthStep, b, block);
        }
        else
        {
            Full(depth, a, rowStep, depthStep, b, block, width, false, rows);
        }

        for (int i = 0; i < rows; i++)
        {
            for (int j = 0; j < columns; j++)
            {
                T sum = block[(i * width) + j];
                c[(i * ldc) + j] = accumulate ? c[(i * ldc) + j] + sum : sum;
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Row<T>(int depth, T* a, nint depthStep, T* b, T* c) where T : unmanaged, IFloatingPointIeee754<T>
    {
        Vector256<T> c0 = default, c1 = default;
        for (int p = 0; p < depth; p++, a += depthStep, b += 2 * Vector256<T>.Count)
        {
            var x = Vector256.Create(*a);
            c0 = VectorMath.MultiplyAdd(x, Vector256.Load(b), c0);
            c1 = VectorMath.MultiplyAdd(x, Vector256.Load(b + Vector256<T>.Count), c1);
        }

        Store(c, c0, c1, false);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store<T>(T* c, Vector256<T> x, Vector256<T> y, bool accumulate) where T : unmanaged
    {
        if (accumulate)
        {
            x += Vector256.Load(c);
            y += Vector256.Load(c + Vector256<T>.Count);
        }

        x.Store(c);
        y.Store(c + Vector256<T>.Count);
    }
}
