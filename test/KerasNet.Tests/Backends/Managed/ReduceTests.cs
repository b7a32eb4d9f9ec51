using System.Numerics;
using KerasNet.Backends.Managed;

namespace KerasNet.Tests.Managed;

[TestFixture(TypeArgs = [typeof(float)])]
[TestFixture(TypeArgs = [typeof(double)])]
public sealed unsafe class ReduceTests<T> where T : unmanaged, IFloatingPointIeee754<T>, IMinMaxValue<T>
{
    [Test]
    public void EqualsTensorFlow()
    {
        foreach (var item in KernelCase.All("reduce"))
        {
            T[] x = item.Input<T>(0);
            Numbers.AreClose(Run<T, Reductions.Sum<T>>(item.Shape, item.Ints, x), item.Output<T>(0), 1e-6);
            Numbers.AreClose(Run<T, Reductions.Max<T>>(item.Shape, item.Ints, x), item.Output<T>(2), 0);
            Numbers.AreClose(Run<T, Reductions.Min<T>>(item.Shape, item.Ints, x), item.Output<T>(3), 0);
            Numbers.AreClose(Run<T, Reductions.Product<T>>(item.Shape, item.Ints, x), item.Output<T>(4), 1e-6);
        }
    }

    [Test]
    public void ArgumentsOfExtremesEqualTensorFlow()
    {
        foreach (var item in KernelCase.All("arg"))
        {
            int axis = item.Ints[0], count = item.Shape[axis];
            int outer = item.Shape[..axis].Aggregate(1, (a, b) => a * b), inner = item.Shape[(axis + 1)..].Aggregate(1, (a, b) => a * b);
            T[] x = item.Input<T>(0);
            long[] max = new long[outer * inner];
            int[] min = new int[outer * inner];
            fixed (T* px = x)
            fixed (long* pm = max)
            fixed (int* pn = min)
            {
                ArgReduce.Max(outer, count, inner, px, pm);
                ArgReduce.Min(outer, count, inner, px, pn);
            }

            Assert.That(max, Is.EqualTo(item.Output<long>(0)));
            Assert.That(min, Is.EqualTo(item.Output<int>(1)));
        }
    }

    [Test]
    public void LargeSumsAreAccurateAndTheSameOnAnyNumberOfThreads()
    {
        foreach (var (shape, axes) in new (int[], int[])[] { ([300_001], [0]), ([2, 5000, 33], [1]), ([700, 3, 400], [0, 2]), ([9, 5000], [0]), ([300, 2, 5, 7], [0, 2]) })
        {
            T[] x = Numbers.Random<T>(shape.Aggregate(1, (a, b) => a * b));
            T[] one, many;
            using (ManagedThreads.Limit(1))
            {
                one = Run<T, Reductions.Sum<T>>(shape, axes, x);
            }

            using (ManagedThreads.Limit(4))
            {
                many = Run<T, Reductions.Sum<T>>(shape, axes, x);
            }

            Assert.That(many, Is.EqualTo(one));
            Numbers.AreClose(one, Naive(shape, axes, x), typeof(T) == typeof(float) ? 3e-5 : 1e-11);
        }
    }

    [Test]
    public void IntegersAndBytes()
    {
        Assert.That(Run<int, Reductions.Max<int>>([0, 2], [0], []), Is.EqualTo(new[] { int.MinValue, int.MinValue }));
        Assert.That(Run<byte, Reductions.Max<byte>>([2, 2], [1], [0, 1, 0, 0]), Is.EqualTo(new byte[] { 1, 0 }));
        Assert.That(Run<byte, Reductions.Min<byte>>([0], [0], []), Is.EqualTo(new byte[] { 255 }));
        Assert.That(Run<long, Reductions.Sum<long>>([2, 3], [0, 1], [1, 2, 3, 4, 5, 6]), Is.EqualTo(new[] { 21L }));
    }

    private static TX[] Run<TX, TReduction>(int[] shape, int[] axes, TX[] x)
        where TX : unmanaged
        where TReduction : struct, IReduction<TX>
    {
        bool[] reduced = [.. shape.Select((_, i) => axes.Contains(i))];
        var y = new TX[shape.Where((_, i) => !axes.Contains(i)).Aggregate(1, (a, b) => a * b)];
        fixed (TX* px = x, py = y)
        {
            Reduce.Run<TX, TReduction>(shape, reduced, px, py);
        }

        return y;
    }

    private static T[] Naive(int[] shape, int[] axes, T[] x)
    {
        var y = new double[shape.Where((_, i) => !axes.Contains(i)).Aggregate(1, (a, b) => a * b)];
        for (int i = 0; i < x.Length; i++)
        {
            int rest = i, index = 0, step = 1;
            for (int axis = shape.Length - 1; axis >= 0; axis--)
            {
                if (!axes.Contains(axis))
                {
                    index += rest % shape[axis] * step;
                    step *= shape[axis];
                }

                rest /= shape[axis];
            }

            y[index] += double.CreateChecked(x[i]);
        }

        return [.. y.Select(T.CreateChecked)];
    }
}
