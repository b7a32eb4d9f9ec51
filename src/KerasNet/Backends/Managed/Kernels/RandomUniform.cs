using System.Numerics;

namespace KerasNet.Backends.Managed;

/// <summary>
/// Uniform numbers as TensorFlow's StatelessRandomUniformV2, …UniformIntV2 and …UniformFullIntV2 draw them: bit for bit, whatever the threads.
/// </summary>
internal static unsafe class RandomUniform
{
    /// <summary>Numbers in [0, 1): float from the low 23 bits of a number, double from 52 bits of two.</summary>
    public static void Fill<T>(PhiloxKey key, T* to, int count) where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (typeof(T) == typeof(float))
        {
            Blocks(count, 4, new Floats(key, (float*)to, count));
        }
        else
        {
            Blocks(count, 2, new Doubles(key, (double*)to, count));
        }
    }

    /// <summary>32-bit integers in [<paramref name="low"/>, <paramref name="high"/>).</summary>
    public static void Fill(PhiloxKey key, int low, int high, int* to, int count) => Blocks(count, 4, new Ints(key, low, Range(low, high), to, count));

    /// <summary>64-bit integers in [<paramref name="low"/>, <paramref name="high"/>).</summary>
    public static void Fill(PhiloxKey key, long low, long high, long* to, int count) => Blocks(count, 2, new Longs(key, low, Range(low, high), to, count));

    /// <summary>All values of int32 or uint32.</summary>
    public static void FillBits(PhiloxKey key, uint* to, int count) => Blocks(count, 4, new Ints(key, 0, 0, (int*)to, count));

    /// <summary>All values of int64 or uint64.</summary>
    public static void FillBits(PhiloxKey key, ulong* to, int count) => Blocks(count, 2, new Longs(key, 0, 0, (long*)to, count));

    private static uint Range(int low, int high) =>
        low < high ? unchecked((uint)high - (uint)low) : throw new ArgumentException($"Expected minval < maxval. Received: minval={low}, maxval={high}. Swap them or widen the range.");

    private static ulong Range(long low, long high) =>
        low < high ? unchecked((ulong)high - (ulong)low) : throw new ArgumentException($"Expected minval < maxval. Received: minval={low}, maxval={high}. Swap them or widen the range.");

    // One item of a loop is 64 Philox blocks, drawn into a buffer on the stack and converted from there.
    private static void Blocks<TAction>(int count, int perBlock, TAction action) where TAction : struct, IRangeAction
    {
        int items = (int)(((long)count + (perBlock * RandomBuffer.Blocks) - 1) / (perBlock * RandomBuffer.Blocks));
        ManagedThreads.For(items, ManagedThreads.Grain(RandomBuffer.Blocks * 8), action);
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
                for (int i = 0; i < length; i++)
                {
                    to[at + i] = RandomBuffer.ToFloat(bits[i]);
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
                for (int i = 0; i < length; i++)
                {
                    to[at + i] = RandomBuffer.ToDouble(bits[2 * i], bits[(2 * i) + 1]);
                }
            }
        }
    }

    private readonly struct Ints(PhiloxKey key, int low, uint range, int* to, int count) : IRangeAction
    {
        public void Run(int start, int end)
        {
            uint* bits = stackalloc uint[4 * RandomBuffer.Blocks];
            for (int item = start; item < end; item++)
            {
                int at = item * 4 * RandomBuffer.Blocks;
                int length = Math.Min(4 * RandomBuffer.Blocks, count - at);
                RandomBuffer.Draw(key, item, length, 4, bits);
                for (int i = 0; i < length; i++)
                {
                    to[at + i] = unchecked((int)(range == 0 ? bits[i] : (uint)low + (bits[i] % range)));
                }
            }
        }
    }

    private readonly struct Longs(PhiloxKey key, long low, ulong range, long* to, int count) : IRangeAction
    {
        public void Run(int start, int end)
        {
            uint* bits = stackalloc uint[4 * RandomBuffer.Blocks];
            for (int item = start; item < end; item++)
            {
                int at = item * 2 * RandomBuffer.Blocks;
                int length = Math.Min(2 * RandomBuffer.Blocks, count - at);
                RandomBuffer.Draw(key, item, length, 2, bits);
                for (int i = 0; i < length; i++)
                {
                    ulong value = ((ulong*)bits)[i];
                    to[at + i] = unchecked((long)(range == 0 ? value : (ulong)low + (value % range)));
                }
            }
        }
    }
}
