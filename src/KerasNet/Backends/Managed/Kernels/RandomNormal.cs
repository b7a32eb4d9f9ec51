using System.Numerics;

namespace KerasNet.Backends.Managed;

/// <summary>Normal numbers as TensorFlow's StatelessRandomNormalV2 and StatelessTruncatedNormalV2 draw them.</summary>
internal static unsafe class RandomNormal
{
    // TensorFlow reserves 256 samples for each output of a truncated distribution, so that groups can be drawn in any order.
    private const int ReservedSamples = 256;
    private const double Truncation = 2;

    /// <summary>Mean 0, standard deviation 1.</summary>
    public static void Fill<T>(PhiloxKey key, T* to, int count) where T : unmanaged, IFloatingPointIeee754<T>
    {
        int perBlock = typeof(T) == typeof(float) ? 4 : 2;
        int items = (int)(((long)count + (perBlock * RandomBuffer.Blocks) - 1) / (perBlock * RandomBuffer.Blocks));
        if (typeof(T) == typeof(float))
        {
            ManagedThreads.For(items, 1, new Floats(key, (float*)to, count));
        }
        else
        {
            ManagedThreads.For(items, 1, new Doubles(key, (double*)to, count));
        }
    }

    /// <summary>Mean 0, standard deviation 1, nothing outside (-2, 2).</summary>
    public static void FillTruncated<T>(PhiloxKey key, T* to, int count) where T : unmanaged, IFloatingPointIeee754<T>
    {
        int group = typeof(T) == typeof(float) ? 4 : 2;
        ManagedThreads.For((count + group - 1) / group, 64, new Truncated<T>(key, to, count, group));
    }

    private readonly struct Floats(PhiloxKey key, float* to, int count) : IRangeAction
    {
        public void Run(int start, int end)
        {
            uint* bits = stackalloc uint[4 * RandomBuffer.Blocks];
            for (int item = start; item < end; item++)
            {
                int at = item * 4 * RandomBuffer.Blocks;
                int length = Math.Min(4 * RandomBuffer.Blocks, count - at);
                RandomBuffer.Draw(key, item, length, 4, bits);
                for (int i = 0; i < length; i += 2)
                {
                    var (first, second) = RandomBuffer.Normal(bits[i], bits[i + 1]);
                    to[at + i] = first;
                    if (i + 1 < length)
                    {
                        to[at + i + 1] = second;
                    }
                }
            }
        }
    }

    private readonly struct Doubles(PhiloxKey key, double* to, int count) : IRangeAction
    {
        public void Run(int start, int end)
        {
            uint* bits = stackalloc uint[4 * RandomBuffer.Blocks];
            for (int item = start; item < end; item++)
            {
                int at = item * 2 * RandomBuffer.Blocks;
                int length = Math.Min(2 * RandomBuffer.Blocks, count - at);
                RandomBuffer.Draw(key, item, length, 2, bits);
                for (int i = 0; i < length; i += 2)
                {
                    uint* four = bits + (2 * i);
                    var (first, second) = RandomBuffer.Normal(four[0], four[1], four[2], four[3]);
                    to[at + i] = first;
                    if (i + 1 < length)
                    {
                        to[at + i + 1] = second;
                    }
                }
            }
        }
    }

    private readonly struct Truncated<T>(PhiloxKey key, T* to, int count, int group) : IRangeAction where T : unmanaged, IFloatingPointIeee754<T>
    {
        public void Run(int start, int end)
        {
            for (int index = start; index < end; index++)
            {
                Group(key.Skip((ulong)index * (ulong)(group * ReservedSamples / 4)), to + ((long)index * group), Math.Min(group, count - (index * group)));
            }
        }

        private static void Group(PhiloxKey at, T* values, int length)
        {
            int filled = 0;
            for (ulong block = 0; filled < length; block++)
            {
                var here = at.Skip(block);
                var (x0, x1, x2, x3) = Philox.Block(here.Key, here.CounterLow, here.CounterHigh);
                if (typeof(T) == typeof(float))
                {
                    filled = Take(RandomBuffer.Normal(x0, x1), values, filled, length);
                    filled = Take(RandomBuffer.Normal(x2, x3), values, filled, length);
                }
                else
                {
                    filled = Take(RandomBuffer.Normal(x0, x1, x2, x3), values, filled, length);
                }
            }
        }

        private static int Take((double First, double Second) pair, T* values, int filled, int length)
        {
            if (Math.Abs(pair.First) < Truncation && filled < length)
            {
                values[filled++] = T.CreateTruncating(pair.First);
            }

            if (Math.Abs(pair.Second) < Truncation && filled < length)
            {
                values[filled++] = T.CreateTruncating(pair.Second);
            }

            return filled;
        }
    }
}
