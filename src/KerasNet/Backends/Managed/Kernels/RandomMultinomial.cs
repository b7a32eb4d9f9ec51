using System.Numerics;

namespace KerasNet.Backends.Managed;

/// <summary>Class numbers drawn by logits, as TensorFlow's StatelessMultinomial draws them on one thread.</summary>
internal static unsafe class RandomMultinomial
{
    /// <summary>Draws <c>to[row, sample]</c> from the <paramref name="classes"/> logits of each row; TensorFlow scrambles the seed first (<see cref="PhiloxKey.FromSeed"/>).</summary>
    public static void Fill<T>(PhiloxKey key, T* logits, int rows, int classes, int samples, long* to) where T : unmanaged, IFloatingPointIeee754<T>
    {
        using var scratch = new Scratch<double>(classes);
        double* sums = scratch.Pointer;
        int drawn = 0;
        for (int row = 0; row < rows; row++, logits += classes)
        {
            double total = Accumulate(logits, classes, sums);
            for (int sample = 0; sample < samples; sample++, drawn++)
            {
                *to++ = UpperBound(sums, classes, Uniform(key, drawn) * total);
            }
        }
    }

    private static double Accumulate<T>(T* logits, int classes, double* sums) where T : unmanaged, IFloatingPointIeee754<T>
    {
        double max = double.NegativeInfinity;
        for (int i = 0; i < classes; i++)
        {
            double value = double.CreateTruncating(logits[i]);
            max = double.IsFinite(value) ? Math.Max(max, value) : max;
        }

        double total = 0;
        for (int i = 0; i < classes; i++)
        {
            double value = double.CreateTruncating(logits[i]);
            total += double.IsFinite(value) ? Math.Exp(value - max) : 0;
            sums[i] = total;
        }

        return total;
    }

    private static double Uniform(PhiloxKey key, int index)
    {
        var at = key.Skip((ulong)index / 2);
        var (x0, x1, x2, x3) = Philox.Block(at.Key, at.CounterLow, at.CounterHigh);
        return index % 2 == 0 ? RandomBuffer.ToDouble(x0, x1) : RandomBuffer.ToDouble(x2, x3);
    }

    private static int UpperBound(double* sums, int count, double value)
    {
        int low = 0;
        while (count > 0)
        {
            int half = count / 2;
            if (sums[low + half] <= value)
            {
                low += half + 1;
                count -= half + 1;
            }
            else
            {
                count = half;
            }
        }

        return low;
    }
}
