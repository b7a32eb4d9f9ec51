using KerasNet.Backends.Managed;

namespace KerasNet.Tests.Managed;

public sealed unsafe class TransposeTests
{
    private static readonly (int[] Shape, int[] Permutation)[] s_cases =
    [
        ([], []), ([5], [0]), ([3, 4], [0, 1]), ([3, 4], [1, 0]), ([70, 45], [1, 0]), ([2, 3, 4], [0, 2, 1]), ([2, 3, 4], [1, 0, 2]), ([2, 3, 4], [2, 1, 0]), ([2, 3, 4], [2, 0, 1]),
        ([2, 9, 10, 3], [0, 3, 1, 2]), ([2, 3, 9, 10], [0, 2, 3, 1]), ([2, 1, 5, 1, 3], [4, 1, 2, 3, 0]), ([3, 40, 2, 33], [2, 0, 3, 1]), ([4, 0, 2], [2, 1, 0]), ([2, 3, 2, 3, 2], [4, 2, 0, 3, 1]),
    ];

    [Test]
    public void EveryElementSizeAgreesWithTheNaiveLoop()
    {
        foreach (var (shape, permutation) in s_cases)
        {
            foreach (int bytes in new[] { 1, 2, 4, 8, 16 })
            {
                Check(shape, permutation, bytes);
            }
        }
    }

    [Test]
    public void OtherElementSizesAreErrors() =>
        Assert.That(() => Transpose.Run([1], [0], 3, null, null), Throws.ArgumentException.With.Message.Contains("Received: 3"));

    private static void Check(int[] shape, int[] permutation, int bytes)
    {
        int count = shape.Aggregate(1, (a, b) => a * b);
        byte[] x = new byte[(count * bytes) + 1], y = new byte[x.Length], expected = new byte[x.Length];
        new Random(3).NextBytes(x);
        int[] outShape = [.. permutation.Select(p => shape[p])];
        for (int i = 0; i < count; i++)
        {
            int[] at = new int[shape.Length];
            for (int axis = outShape.Length - 1, rest = i; axis >= 0; axis--)
            {
                at[permutation[axis]] = rest % outShape[axis];
                rest /= outShape[axis];
            }

            int from = 0;
            for (int axis = 0; axis < shape.Length; axis++)
            {
                from = (from * shape[axis]) + at[axis];
            }

            x.AsSpan(from * bytes, bytes).CopyTo(expected.AsSpan(i * bytes));
        }

        fixed (byte* px = x, py = y)
        {
            using var wide = ManagedThreads.Limit(3);
            Transpose.Run(shape, permutation, bytes, px, py);
        }

        Assert.That(y, Is.EqualTo(expected), $"[{string.Join(", ", shape)}] by [{string.Join(", ", permutation)}], {bytes} bytes");
    }
}
