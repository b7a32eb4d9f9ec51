using System.Numerics;

namespace KerasNet.Backends.Managed;

/// <summary>Many matrix products of one size, with batch dimensions that broadcast (BatchMatMulV2).</summary>
internal static unsafe class BatchGemm
{
    /// <summary>
    /// <c>C[i] = op(A[i])·op(B[i])</c>; the batch shapes are aligned at the right, a 1 or a missing dimension repeats.
    /// <paramref name="batch"/> is their broadcast shape.
    /// </summary>
    public static void Multiply<T>(
        bool transposeA, bool transposeB, ReadOnlySpan<int> batchA, ReadOnlySpan<int> batchB, ReadOnlySpan<int> batch, int m, int n, int k, T* a, T* b, T* c)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        int count = Product(batch);
        if (count == 0)
        {
            return;
        }

        bool shared = Product(batchB) == 1;
        if (shared && !transposeA && Product(batchA) == count)
        {
            Gemm.Multiply(false, transposeB, count * m, n, k, a, b, c);
            return;
        }

        using var offsets = new Scratch<long>(2L * count);
        Offsets(batchA, batch, (long)m * k, offsets.Pointer);
        Offsets(batchB, batch, (long)k * n, offsets.Pointer + count);
        var products = new Products<T>(transposeA, transposeB, m, n, k, a, b, c, offsets.Pointer, count);
        long cost = (long)m * n * k / 8;
        if (count >= ManagedThreads.Available || cost < 8192)
        {
            ManagedThreads.For(count, ManagedThreads.Grain(cost), products);
        }
        else
        {
            products.Run(0, count);
        }
    }

    private static int Product(ReadOnlySpan<int> shape)
    {
        int product = 1;
        foreach (int size in shape)
        {
            product *= size;
        }

        return product;
    }

    private static void Offsets(ReadOnlySpan<int> own, ReadOnlySpan<int> batch, long size, long* to)
    {
        int count = Product(batch);
        for (int i = 0; i < count; i++)
        {
            int rest = i;
            long step = 1;
            long index = 0;
            for (int d = batch.Length - 1, o = own.Length - 1; d >= 0; d--, o--)
            {
                int position = rest % batch[d];
                rest /= batch[d];
                if (o >= 0)
                {
                    index += own[o] == 1 ? 0 : position * step;
                    step *= own[o];
                }
            }

            to[i] = index * size;
        }
    }

    private readonly struct Products<T>(bool transposeA, bool transposeB, int m, int n, int k, T* a, T* b, T* c, long* offsets, int count) : IRangeAction
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        public void Run(int start, int end)
        {
            for (int i = start; i < end; i++)
            {
                Gemm.Multiply(transposeA, transposeB, m, n, k, a + offsets[i], b + offsets[count + i], c + ((long)i * m * n));
            }
        }
    }
}
