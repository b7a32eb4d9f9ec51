using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace KerasNet.Backends.Managed;

/// <summary>Comparisons of spans. Four vectors of 32-bit numbers become one vector of bools.</summary>
internal static unsafe class Comparison
{
    public static void Run<T, TComparison>(ReadOnlySpan<T> a, ReadOnlySpan<T> b, Span<bool> y)
        where T : unmanaged, IComparisonOperators<T, T, bool>
        where TComparison : struct, IComparison
    {
        fixed (T* pa = a, pb = b)
        fixed (bool* py = y)
        {
            Run<T, TComparison>(pa, pb, py, y.Length);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Run<T, TComparison>(T* a, T* b, bool* y, int count)
        where T : unmanaged, IComparisonOperators<T, T, bool>
        where TComparison : struct, IComparison
    {
        int i = 0;
        for (; sizeof(T) == 4 && i <= count - 32; i += 32)
        {
            var low = Vector256.Narrow(Mask<T, TComparison>(a + i, b + i), Mask<T, TComparison>(a + i + 8, b + i + 8));
            var high = Vector256.Narrow(Mask<T, TComparison>(a + i + 16, b + i + 16), Mask<T, TComparison>(a + i + 24, b + i + 24));
            (Vector256.Narrow(low, high).AsByte() & Vector256<byte>.One).Store((byte*)y + i);
        }

        for (; i < count; i++)
        {
            y[i] = TComparison.Holds(a[i], b[i]);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<int> Mask<T, TComparison>(T* a, T* b)
        where T : unmanaged
        where TComparison : struct, IComparison => TComparison.Holds(Vector256.Load(a), Vector256.Load(b)).AsInt32();

    internal readonly struct Greater : IComparison
    {
        public static bool Holds<T>(T a, T b)
            where T : unmanaged, IComparisonOperators<T, T, bool> => a > b;

        public static Vector256<T> Holds<T>(Vector256<T> a, Vector256<T> b)
            where T : unmanaged => Vector256.GreaterThan(a, b);
    }

    internal readonly struct GreaterEqual : IComparison
    {
        public static bool Holds<T>(T a, T b)
            where T : unmanaged, IComparisonOperators<T, T, bool> => a >= b;

        public static Vector256<T> Holds<T>(Vector256<T> a, Vector256<T> b)
            where T : unmanaged => Vector256.GreaterThanOrEqual(a, b);
    }

    internal readonly struct Less : IComparison
    {
        public static bool Holds<T>(T a, T b)
            where T : unmanaged, IComparisonOperators<T, T, bool> => a < b;

        public static Vector256<T> Holds<T>(Vector256<T> a, Vector256<T> b)
            where T : unmanaged => Vector256.LessThan(a, b);
    }

    internal readonly struct LessEqual : IComparison
    {
        public static bool Holds<T>(T a, T b)
            where T : unmanaged, IComparisonOperators<T, T, bool> => a <= b;

        public static Vector256<T> Holds<T>(Vector256<T> a, Vector256<T> b)
            where T : unmanaged => Vector256.LessThanOrEqual(a, b);
    }

    internal readonly struct Equal : IComparison
    {
        public static bool Holds<T>(T a, T b)
            where T : unmanaged, IComparisonOperators<T, T, bool> => a == b;

        public static Vector256<T> Holds<T>(Vector256<T> a, Vector256<T> b)
            where T : unmanaged => Vector256.Equals(a, b);
    }

    internal readonly struct NotEqual : IComparison
    {
        public static bool Holds<T>(T a, T b)
            where T : unmanaged, IComparisonOperators<T, T, bool> => a != b;

        public static Vector256<T> Holds<T>(Vector256<T> a, Vector256<T> b)
            where T : unmanaged => ~Vector256.Equals(a, b);
    }
}
