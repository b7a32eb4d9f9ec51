using System.Numerics;

namespace KerasNet.Tests.Managed;

/// <summary>Repeatable test data and comparisons for kernels.</summary>
internal static class Numbers
{
    public static T[] Random<T>(int count, int seed = 1) where T : INumber<T>
    {
        var random = new Random(seed);
        var values = new T[count];
        for (int i = 0; i < count; i++)
        {
            values[i] = T.CreateTruncating((random.NextDouble() * 2) - 1);
        }

        return values;
    }

    public static int[] Integers(int count, int limit, int seed = 1)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, count).Select(_ => random.Next(limit))];
    }

    public static double Tolerance<T>() => typeof(T) == typeof(float) ? 1e-5 : 1e-13;

    public static void AreClose<T>(IReadOnlyList<T> actual, IReadOnlyList<T> expected, double? tolerance = null) where T : INumber<T>
    {
        Assert.That(actual, Has.Count.EqualTo(expected.Count));
        double limit = tolerance ?? Tolerance<T>();
        for (int i = 0; i < expected.Count; i++)
        {
            double want = double.CreateChecked(expected[i]);
            double got = double.CreateChecked(actual[i]);
            bool equal = double.IsNaN(want) ? double.IsNaN(got) : want == got || Math.Abs(got - want) <= limit * (1 + Math.Abs(want));
            if (!equal)
            {
                Assert.Fail($"element {i} of {expected.Count}: expected {want}, received {got}");
            }
        }
    }
}
