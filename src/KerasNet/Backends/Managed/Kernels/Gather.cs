using System.Numerics;

namespace KerasNet.Backends.Managed;

/// <summary>Takes slices by their number (GatherV2).</summary>
internal static unsafe class Gather
{
    /// <summary>
    /// <c>y[b, o, n, …] = x[b, o, indices[b, n], …]</c>, where b counts the batch dimensions, o the axes between them and the axis
    /// of <paramref name="size"/>, and a slice has <paramref name="bytes"/> bytes. The caller has checked the indices.
    /// </summary>
    public static void Run<TIndex>(int batch, int outer, int size, long bytes, TIndex* indices, int count, void* x, void* y) where TIndex : unmanaged, IBinaryInteger<TIndex>
    {
        ManagedThreads.For(batch * outer * count, ManagedThreads.Grain(bytes / 16), new Slices<TIndex>(outer, size, bytes, indices, count, (byte*)x, (byte*)y));
    }

    private readonly struct Slices<TIndex>(int outer, int size, long bytes, TIndex* indices, int count, byte* x, byte* y) : IRangeAction where TIndex : unmanaged, IBinaryInteger<TIndex>
    {
        public void Run(int start, int end)
        {
            for (int item = start; item < end; item++)
            {
                int line = item / count;
                long index = long.CreateTruncating(indices[((long)(line / outer) * count) + (item % count)]);
                byte* from = x + ((((long)line * size) + index) * bytes);
                Buffer.MemoryCopy(from, y + (item * bytes), bytes, bytes);
            }
        }
    }
}
