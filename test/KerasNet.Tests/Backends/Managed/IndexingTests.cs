using KerasNet.Backends.Managed;

namespace KerasNet.Tests.Managed;

public sealed unsafe class IndexingTests
{
    [TestCase(1, 1, 5, 3, 4), TestCase(1, 3, 4, 7, 2), TestCase(2, 1, 4, 3, 5), TestCase(3, 2, 6, 1, 4)]
    public void GatherTakesSlices(int batch, int outer, int size, int inner, int count)
    {
        float[] x = Numbers.Random<float>(batch * outer * size * inner), y = new float[batch * outer * count * inner];
        int[] indices = Numbers.Integers(batch * count, size);
        fixed (float* px = x, py = y)
        fixed (int* pi = indices)
        {
            Gather.Run(batch, outer, size, inner * sizeof(float), pi, count, px, py);
        }

        for (int i = 0; i < y.Length; i++)
        {
            int n = i / inner % count, line = i / inner / count;
            Assert.That(y[i], Is.EqualTo(x[(((line * size) + indices[(line / outer * count) + n]) * inner) + (i % inner)]));
        }
    }

    [TestCase(7, 3, 4), TestCase(4000, 20, 700), TestCase(0, 3, 2)]
    public void SegmentSumsAddInOrder(int count, int inner, int segments)
    {
        float[] data = Numbers.Random<float>(count * inner), y = new float[segments * inner], expected = new float[y.Length];
        long[] ids = [.. Numbers.Integers(count, segments + 1).Select(i => (long)i - 1)];
        for (int i = 0; i < data.Length; i++)
        {
            if (ids[i / inner] >= 0)
            {
                expected[(ids[i / inner] * inner) + (i % inner)] += data[i];
            }
        }

        fixed (float* pd = data, py = y)
        fixed (long* pi = ids)
        {
            using var wide = ManagedThreads.Limit(4);
            Scatter.SegmentSum(pd, pi, count, inner, segments, py);
        }

        Assert.That(y, Is.EqualTo(expected));
    }

    [Test]
    public void TopKEqualsTensorFlow()
    {
        foreach (var item in KernelCase.All("topk"))
        {
            (int rows, int columns, int k) = (item.Ints[0], item.Ints[1], item.Ints[2]);
            double[] x = item.Input<double>(0), values = new double[rows * k];
            int[] indices = new int[rows * k];
            fixed (double* px = x, pv = values)
            fixed (int* pi = indices)
            {
                TopK.Run(px, rows, columns, k, true, pv, pi);
            }

            Assert.That(values, Is.EqualTo(item.Output<double>(0)));
            Assert.That(indices, Is.EqualTo(item.Output<int>(1)));
        }
    }

    [Test]
    public void NaNIsTheLeastOfTopK([Values(4, 40)] int k)
    {
        float[] x = [1, 3, 3, float.NaN, 2, 3, .. Enumerable.Repeat(float.NegativeInfinity, 40)];
        float[] values = new float[k];
        int[] indices = new int[k];
        fixed (float* px = x, pv = values)
        fixed (int* pi = indices)
        {
            TopK.Run(px, 1, x.Length, k, true, pv, pi);
        }

        Assert.That(indices[..4], Is.EqualTo(new[] { 1, 2, 5, 4 }));
        Assert.That(indices, Has.None.EqualTo(3));
    }

    [Test]
    public void PositionsOfExtremesEqualTensorFlow()
    {
        foreach (var item in KernelCase.All("arg"))
        {
            int axis = item.Ints[0], count = item.Shape[axis];
            int outer = item.Shape[..axis].Aggregate(1, (a, b) => a * b), inner = item.Shape[(axis + 1)..].Aggregate(1, (a, b) => a * b);
            double[] x = item.Input<double>(0);
            long[] max = new long[outer * inner];
            int[] min = new int[outer * inner];
            fixed (double* px = x)
            fixed (long* pm = max)
            fixed (int* pn = min)
            {
                ArgReduce.Run(true, outer, count, inner, px, pm);
                ArgReduce.Run(false, outer, count, inner, px, pn);
            }

            Assert.That(max, Is.EqualTo(item.Output<long>(0)));
            Assert.That(min, Is.EqualTo(item.Output<int>(1)));
        }
    }

    [Test]
    public void ResizingEqualsTensorFlow()
    {
        foreach (var item in KernelCase.All("resize"))
        {
            int[] i = item.Ints;
            ResizeAxis h = new(i[2], i[4], i[6] == 1, i[7] == 1), w = new(i[3], i[5], i[6] == 1, i[7] == 1);
            float[] x = item.Input<float>(0), g = item.Input<float>(1);
            float[] near = new float[g.Length], line = new float[g.Length], dnear = new float[x.Length], dline = new float[x.Length];
            fixed (float* px = x, pg = g, pn = near, pl = line, pdn = dnear, pdl = dline)
            {
                Resize.Nearest(i[0], i[1], h, w, px, pn);
                Resize.Bilinear(i[0], i[1], h, w, px, pl);
                Resize.NearestGradient(i[0], i[1], h, w, pg, pdn);
                Resize.BilinearGradient(i[0], i[1], h, w, pg, pdl);
            }

            float[][] actual = [near, line, dnear, dline];
            for (int o = 0; o < actual.Length; o++)
            {
                Numbers.AreClose(actual[o], item.Output<float>(o));
            }
        }
    }
}
