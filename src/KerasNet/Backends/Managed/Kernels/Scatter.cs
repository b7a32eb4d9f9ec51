using System.Numerics;
using System.Numerics.Tensors;

namespace KerasNet.Backends.Managed;

/// <summary>Adds slices to the places that their numbers name (UnsortedSegmentSum, ScatterNd, ResourceScatterAdd): in order for each place.</summary>
internal static unsafe class Scatter
{
    /// <summary><c>y[ids[n], …] += data[n, …]</c>; negative numbers are left out; the caller has checked that the others are below <paramref name="segments"/>.</summary>
    public static void Add<T, TIndex>(T* data, TIndex* ids, int count, int inner, int segments, T* y)
        where T : unmanaged, INumberBase<T>
        where TIndex : unmanaged, IBinaryInteger<TIndex>
    {
        // Each chunk owns a range of places and looks at all numbers, so that no place is written by two threads.
        int grain = (long)count * inner < 1 << 15 ? segments : Math.Max(1, segments / (2 * ManagedThreads.Available));
        ManagedThreads.For(segments, Math.Max(1, grain), new Places<T, TIndex>(data, ids, count, inner, y));
    }

    /// <summary><c>y[s, …] = Σ data[n, …]</c> over all n whose number is s.</summary>
    public static void SegmentSum<T, TIndex>(T* data, TIndex* ids, int count, int inner, int segments, T* y)
        where T : unmanaged, INumberBase<T>
        where TIndex : unmanaged, IBinaryInteger<TIndex>
    {
        new Span<T>(y, segments * inner).Clear();
        Add(data, ids, count, inner, segments, y);
    }

    private readonly struct Places<T, TIndex>(T* data, TIndex* ids, int count, int inner, T* y) : IRangeAction
        where T : unmanaged, INumberBase<T>
        where TIndex : unmanaged, IBinaryInteger<TIndex>
    {
        public void Run(int start, int end)
        {
            for (int i = 0; i < count; i++)
            {
                long id = long.CreateTruncating(ids[i]);
                if (id >= start && id < end)
                {
                    var place = new Span<T>(y + (id * inner), inner);
                    TensorPrimitives.Add(place, new ReadOnlySpan<T>(data + ((long)i * inner), inner), place);
                }
            }
        }
    }
}
