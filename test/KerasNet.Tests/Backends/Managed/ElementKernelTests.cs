using System.Numerics;
using KerasNet.Backends.Managed;

namespace KerasNet.Tests.Managed;

public sealed unsafe class ElementKernelTests
{
    [TestCase(1), TestCase(31), TestCase(100)]
    public void ComparisonsAgreeWithTheOperators(int count)
    {
        Check<float>(count, [1, -2, float.NaN, 0, -0f, float.PositiveInfinity]);
        Check<double>(count, [1, -2, double.NaN, 0, -0d, double.PositiveInfinity]);
        Check<int>(count, [1, -2, int.MinValue, int.MaxValue, 0]);
        Check<uint>(count, [1, 2, 0, uint.MaxValue]);
        Check<byte>(count, [0, 1, 255]);
    }

    [Test, Combinatorial]
    public void SelectionTakesEachStep([Values(0, 1)] int stepC, [Values(0, 1)] int stepA, [Values(0, 1)] int stepB, [Values(3, 37)] int count)
    {
        Select<float>(stepC, stepA, stepB, count);
        Select<long>(stepC, stepA, stepB, count);
    }

    private static void Check<T>(int count, T[] values) where T : unmanaged, INumber<T>
    {
        T[] a = [.. Numbers.Integers(count, values.Length, 1).Select(i => values[i])], b = [.. Numbers.Integers(count, values.Length, 2).Select(i => values[i])];
        Assert.That(Run<T, Comparison.Greater>(a, b), Is.EqualTo(a.Zip(b, (x, y) => x > y)));
        Assert.That(Run<T, Comparison.GreaterEqual>(a, b), Is.EqualTo(a.Zip(b, (x, y) => x >= y)));
        Assert.That(Run<T, Comparison.Less>(a, b), Is.EqualTo(a.Zip(b, (x, y) => x < y)));
        Assert.That(Run<T, Comparison.LessEqual>(a, b), Is.EqualTo(a.Zip(b, (x, y) => x <= y)));
        Assert.That(Run<T, Comparison.Equal>(a, b), Is.EqualTo(a.Zip(b, (x, y) => x == y)));
        Assert.That(Run<T, Comparison.NotEqual>(a, b), Is.EqualTo(a.Zip(b, (x, y) => x != y)));
    }

    private static bool[] Run<T, TComparison>(T[] a, T[] b)
        where T : unmanaged, INumber<T>
        where TComparison : struct, IComparison
    {
        bool[] y = new bool[a.Length];
        Comparison.Run<T, TComparison>(a, b, y);
        return y;
    }

    private static void Select<T>(int stepC, int stepA, int stepB, int count) where T : unmanaged, INumber<T>
    {
        bool[] condition = [.. Numbers.Integers(count, 2).Select(i => i == 1)];
        T[] a = [.. Enumerable.Range(0, count).Select(T.CreateChecked)], b = [.. Enumerable.Range(1000, count).Select(T.CreateChecked)], y = new T[count];
        fixed (bool* pc = condition)
        fixed (T* pa = a, pb = b, py = y)
        {
            new SelectRow<T>(pc, stepC, pa, stepA, pb, stepB, py).Run(0, 2);
            new SelectRow<T>(pc, stepC, pa, stepA, pb, stepB, py).Run(2, count);
        }

        Assert.That(y, Is.EqualTo(Enumerable.Range(0, count).Select(i => condition[i * stepC] ? a[i * stepA] : b[i * stepB])));
    }
}
