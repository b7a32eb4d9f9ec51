using System.Numerics;

namespace KerasNet.Backends.Managed;

/// <summary>Running sums and products along an axis.</summary>
internal static unsafe class Scan
{
    /// <summary><c>y[o, r, i] = Σ x[o, s, i]</c> over s up to r; exclusive: below r; reverse: from the end.</summary>
    public static void Sum<T>(int outer, int count, int inner, bool exclusive, bool reverse, T* x, T* y) where T : unmanaged, INumberBase<T> =>
        ManagedThreads.For(outer * inner, ManagedThreads.Grain(count), new Lines<T>(false, count, inner, exclusive, reverse, x, y));

    /// <summary>The same with products.</summary>
    public static void Product<T>(int outer, int count, int inner, bool exclusive, bool reverse, T* x, T* y) where T : unmanaged, INumberBase<T> =>
        ManagedThreads.For(outer * inner, ManagedThreads.Grain(count), new Lines<T>(true, count, inner, exclusive, reverse, x, y));

    private readonly struct Lines<T>(bool product, int count, int inner, bool exclusive, bool reverse, T* x, T* y) : IRangeAction where T : unmanaged, INumberBase<T>
    {
        public void Run(int start, int end)
        {
            long step = reverse ? -inner : inner;
            for (int line = start; line < end; line++)
            {
                long at = ((long)(line / inner) * count * inner) + (line % inner) + (reverse ? (long)(count - 1) * inner : 0);
                T state = product ? T.One : T.Zero;
                for (int r = 0; r < count; r++, at += step)
                {
                    T next = product ? state * x[at] : state + x[at];
                    y[at] = exclusive ? state : next;
                    state = next;
                }
            }
        }
    }
}
