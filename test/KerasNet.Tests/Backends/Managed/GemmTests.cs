using System.Numerics;
using KerasNet.Backends.Managed;

namespace KerasNet.Tests.Managed;

[TestFixture(TypeArgs = [typeof(float)])]
[TestFixture(TypeArgs = [typeof(double)])]
public sealed unsafe class GemmTests<T> where T : unmanaged, IFloatingPointIeee754<T>
{
    private static readonly (int M, int N, int K)[] s_sizes =
    [
        (1, 1, 1), (1, 7, 5), (1, 200, 300), (200, 1, 300), (6, 16, 8), (7, 17, 9), (5, 3, 1), (12, 32, 256), (13, 33, 257),
        (97, 130, 520), (128, 10, 64), (3, 600, 40), (65, 1, 1), (2, 2, 1000), (100, 515, 37),
    ];

    [Test, Combinatorial]
    public void AgreesWithTheNaiveLoop([Values] bool transposeA, [Values] bool transposeB, [Values] bool accumulate)
    {
        foreach (var (m, n, k) in s_sizes)
        {
            T[] a = Numbers.Random<T>(m * k, 1), b = Numbers.Random<T>(k * n, 2), c = Numbers.Random<T>(m * n, 3);
            T[] expected = Naive(transposeA, transposeB, m, n, k, a, b, accumulate ? c : new T[m * n]);
            fixed (T* pa = a, pb = b, pc = c)
            {
                Gemm.Multiply(transposeA, transposeB, m, n, k, pa, pb, pc, accumulate);
            }

            Numbers.AreClose(c, expected, Numbers.Tolerance<T>() * Math.Sqrt(k));
        }
    }

    [Test, Combinatorial]
    public void StridedMatricesLeaveTheGapsAlone([Values] bool transposeA, [Values] bool transposeB, [Values(1, 9)] int m, [Values(1, 21)] int n)
    {
        const int k = 11, gap = 3;
        int lda = (transposeA ? m : k) + gap, ldb = (transposeB ? k : n) + gap, ldc = n + gap;
        T[] a = Numbers.Random<T>((transposeA ? k : m) * lda), b = Numbers.Random<T>((transposeB ? n : k) * ldb), c = new T[m * ldc];
        Array.Fill(c, T.CreateChecked(77));
        fixed (T* pa = a, pb = b, pc = c)
        {
            Gemm.Multiply(transposeA, transposeB, m, n, k, pa, lda, pb, ldb, pc, ldc);
        }

        for (int i = 0; i < m; i++)
        {
            for (int j = 0; j < ldc; j++)
            {
                double expected = j >= n ? 77 : Enumerable.Range(0, k).Sum(p => double.CreateChecked(
                    (transposeA ? a[(p * lda) + i] : a[(i * lda) + p]) * (transposeB ? b[(j * ldb) + p] : b[(p * ldb) + j])));
                Assert.That(double.CreateChecked(c[(i * ldc) + j]), Is.EqualTo(expected).Within(1e-5));
            }
        }
    }

    [Test]
    public void ThreadsDoNotChangeANumber()
    {
        foreach (var (m, n, k) in new[] { (200, 300, 520), (1, 3000, 700), (3000, 1, 70), (128, 10, 512) })
        {
            foreach (bool transposeB in new[] { false, true })
            {
                T[] a = Numbers.Random<T>(m * k), b = Numbers.Random<T>(k * n), one = new T[m * n], many = new T[m * n];
                fixed (T* pa = a, pb = b, p1 = one, p4 = many)
                {
                    using (ManagedThreads.Limit(1))
                    {
                        Gemm.Multiply(false, transposeB, m, n, k, pa, pb, p1);
                    }

                    using (ManagedThreads.Limit(5))
                    {
                        Gemm.Multiply(false, transposeB, m, n, k, pa, pb, p4);
                    }
                }

                Assert.That(many, Is.EqualTo(one));
            }
        }
    }

    [Test]
    public void EmptyDepthGivesZeros()
    {
        T[] c = Numbers.Random<T>(6);
        T[] before = [.. c];
        fixed (T* pc = c)
        {
            Gemm.Multiply(false, false, 2, 3, 0, pc, pc, pc, accumulate: true);
            Assert.That(c, Is.EqualTo(before));
            Gemm.Multiply(false, false, 2, 3, 0, pc, pc, pc);
        }

        Assert.That(c, Is.All.EqualTo(T.Zero));
    }

    [Test]
    public void BatchesBroadcast()
    {
        foreach (var (batchA, batchB, batch) in new (int[], int[], int[])[]
                 {
                     ([3], [3], [3]), ([2, 1], [1, 5], [2, 5]), ([4], [], [4]), ([], [2, 2], [2, 2]), ([3, 1], [4], [3, 4]), ([1, 6], [1], [1, 6]),
                 })
        {
            foreach (int form in Enumerable.Range(0, 4))
            {
                (bool ta, bool tb) = ((form & 1) != 0, (form & 2) != 0);
                Check(ta, tb, batchA, batchB, batch);
            }
        }
    }

    private static void Check(bool ta, bool tb, int[] batchA, int[] batchB, int[] batch)
    {
        const int m = 5, n = 4, k = 3;
        int count = Size(batch);
        T[] a = Numbers.Random<T>(Size(batchA) * m * k, 4), b = Numbers.Random<T>(Size(batchB) * k * n, 5), c = new T[count * m * n];
        fixed (T* pa = a, pb = b, pc = c)
        {
            BatchGemm.Multiply(ta, tb, batchA, batchB, batch, m, n, k, pa, pb, pc);
        }

        for (int i = 0; i < count; i++)
        {
            T[] left = a.AsSpan(Index(batchA, batch, i) * m * k, m * k).ToArray();
            T[] right = b.AsSpan(Index(batchB, batch, i) * k * n, k * n).ToArray();
            Numbers.AreClose(c.AsSpan(i * m * n, m * n).ToArray(), Naive(ta, tb, m, n, k, left, right, new T[m * n]));
        }
    }

    private static int Size(int[] shape) => shape.Aggregate(1, (x, y) => x * y);

    private static int Index(int[] own, int[] batch, int i)
    {
        int index = 0, step = 1;
        for (int d = batch.Length - 1; d >= 0; d--)
        {
            int o = own.Length - (batch.Length - d);
            if (o >= 0)
            {
                index += own[o] == 1 ? 0 : i % batch[d] * step;
                step *= own[o];
            }

            i /= batch[d];
        }

        return index;
    }

    private static T[] Naive(bool ta, bool tb, int m, int n, int k, T[] a, T[] b, T[] start)
    {
        var c = new T[m * n];
        for (int i = 0; i < m; i++)
        {
            for (int j = 0; j < n; j++)
            {
                double sum = double.CreateChecked(start[(i * n) + j]);
                for (int p = 0; p < k; p++)
                {
                    sum += double.CreateChecked(ta ? a[(p * m) + i] : a[(i * k) + p]) * double.CreateChecked(tb ? b[(j * k) + p] : b[(p * n) + j]);
                }

                c[(i * n) + j] = T.CreateChecked(sum);
            }
        }

        return c;
    }
}
