using System.Numerics;
using KerasNet.Backends.Managed;

namespace KerasNet.Tests.Managed;

[TestFixture(TypeArgs = [typeof(float)])]
[TestFixture(TypeArgs = [typeof(double)])]
public sealed unsafe class PoolingTests<T> where T : unmanaged, IFloatingPointIeee754<T>, IMinMaxValue<T>
{
    [TestCase("pool2"), TestCase("pool3")]
    public void EqualsTensorFlow(string op)
    {
        foreach (var item in KernelCase.All(op))
        {
            int[] i = item.Ints;
            int[] size = i[2..5], window = i[5..8], stride = i[8..11];
            var axes = Enumerable.Range(0, 3).Select(a => i[11] == 1 ? SpatialPadding.Same(size[a], window[a], stride[a]) : (SpatialPadding.Valid(size[a], window[a], stride[a]), 0, 0)).ToArray();
            var shape = PoolShape.Create([i[0], .. size, i[1]], window, [i[0], .. axes.Select(a => a.Item1), i[1]], stride, [.. axes.Select(a => a.Item2)]);
            T[] x = item.Input<T>(0), g = item.Input<T>(1);
            T[] max = new T[g.Length], dmax = new T[x.Length], average = new T[g.Length], daverage = new T[x.Length];
            fixed (T* px = x, pg = g, pm = max, pdm = dmax, pa = average, pda = daverage)
            {
                using var wide = ManagedThreads.Limit(2);
                Pooling.Max(shape, px, pm);
                PoolingGradient.Max(shape, px, pm, pg, pdm, all: op == "pool3");
                Pooling.Average(shape, px, pa);
                PoolingGradient.Average(shape, pg, pda);
            }

            Numbers.AreClose(max, item.Output<T>(0), 0);
            Numbers.AreClose(dmax, item.Output<T>(1), 1e-6);
            Numbers.AreClose(average, item.Output<T>(2), 1e-6);
            Numbers.AreClose(daverage, item.Output<T>(3), 1e-6);
        }
    }
}
