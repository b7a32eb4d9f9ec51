using System.Numerics;

namespace KerasNet.Backends.Managed;

/// <summary>Where the largest or smallest element along an axis is; the first of equal ones.</summary>
internal static unsafe class ArgReduce
{
    /// <summary><c>y[o, i] = argmax over r of x[o, r, i]</c>, or argmin; NaN is never chosen unless it comes first.</summary>
    public static void Run<T, TIndex>(bool max, int outer, int count, int inner, T* x, TIndex* y)
        where T : unmanaged, IComparisonOperators<T, T, bool>
        where TIndex : unmanaged, IBinaryInteger<TIndex> => ManagedThreads.For(outer, ManagedThreads.Grain((long)count * inner), new Rows<T, TIndex>(max, count, inner, x, y));

    private readonly struct Rows<T, TIndex>(bool max, int count, int inner, T* x, TIndex* y) : IRangeAction
        where T : unmanaged, IComparisonOperators<T, T, bool>
        where TIndex : unmanaged, IBinaryInteger<TIndex>
    {
        public void Run(int start, int end)
        {
            for (long o = start; o < end; o++)
            {
                for (int i = 0; i < inner; i++)
                {
                    T* from = x + (o * count * inner) + i;
                    y[(o * inner) + i] = TIndex.CreateTruncating(max ? Largest(from) : Smallest(from));
                }
            }
        }

        private int Largest(T* from)
        {
            int best = 0;
            T value = from[0];
            for (int r = 1; r < count; r++)
            {
                T next = from[(long)r * inner];
                if (next > value)
                {
                    value = next;
                    best = r;
                }
            }

            return best;
        }

        private int Smallest(T* from)
        {
            int best = 0;
            T value = from[0];
            for (int r = 1; r < count; r++)
            {
                T next = from[(long)r * inner];
                if (next < value)
                {
                    value = next;
                    best = r;
                }
            }

            return best;
        }
    }
}
