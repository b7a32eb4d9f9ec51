using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace KerasNet.Backends.Managed;

/// <summary>Maximum and average pooling over one to three spatial axes, channels last.</summary>
internal static unsafe class Pooling
{
    /// <summary>The largest value of each window.</summary>
    public static void Max<T>(in PoolShape shape, T* input, T* output) where T : unmanaged, INumber<T>, IMinMaxValue<T> =>
        ManagedThreads.For(Lines(shape), 1, new Windows<T, Largest>(shape, input, output));

    /// <summary>The mean of each window; padding is not counted.</summary>
    public static void Average<T>(in PoolShape shape, T* input, T* output) where T : unmanaged, INumber<T>, IMinMaxValue<T> =>
        ManagedThreads.For(Lines(shape), 1, new Windows<T, Mean>(shape, input, output));

    private static int Lines(in PoolShape shape) => shape.Batch * shape.Output.D * shape.Output.H;

    private interface IPool
    {
        static abstract Vector256<T> Start<T>() where T : unmanaged, IMinMaxValue<T>, INumber<T>;

        static abstract Vector256<T> Add<T>(Vector256<T> state, Vector256<T> x) where T : unmanaged;

        static abstract Vector256<T> End<T>(Vector256<T> state, T count) where T : unmanaged;
    }

    private readonly struct Largest : IPool
    {
        public static Vector256<T> Start<T>() where T : unmanaged, IMinMaxValue<T>, INumber<T> => Vector256.Create(T.MinValue);

        public static Vector256<T> Add<T>(Vector256<T> state, Vector256<T> x) where T : unmanaged => Vector256.ConditionalSelect(Vector256.GreaterThan(x, state), x, state);

        public static Vector256<T> End<T>(Vector256<T> state, T count) where T : unmanaged => state;
    }

    private readonly struct Mean : IPool
    {
        public static Vector256<T> Start<T>() where T : unmanaged, IMinMaxValue<T>, INumber<T> => Vector256<T>.Zero;

        public static Vector256<T> Add<T>(Vector256<T> state, Vector256<T> x) where T : unmanaged => state + x;

        public static Vector256<T> End<T>(Vector256<T> state, T count) where T : unmanaged => state / Vector256.Create(count);
    }

    private readonly struct Windows<T, TPool>(PoolShape s, T* input, T* output) : IRangeAction
        where T : unmanaged, INumber<T>, IMinMaxValue<T>
        where TPool : struct, IPool
    {
        public void Run(int start, int end)
        {
            for (int line = start; line < end; line++)
            {
                int h = line % s.Output.H;
                int d = line / s.Output.H % s.Output.D;
                T* image = input + ((long)(line / s.Output.H / s.Output.D) * s.Input.Volume * s.Channels);
                T* to = output + ((long)line * s.Output.W * s.Channels);
                for (int w = 0; w < s.Output.W; w++, to += s.Channels)
                {
                    var window = s.WindowAt(d, h, w);
                    T count = T.CreateTruncating(window.Count);
                    int c = 0;
                    for (; c <= s.Channels - Vector256<T>.Count; c += Vector256<T>.Count)
                    {
                        TPool.End(Fold(window, image + c), count).Store(to + c);
                    }

                    for (; c < s.Channels; c++)
                    {
                        to[c] = TPool.End(FoldOne(window, image + c), count)[0];
                    }
                }
            }
        }

        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        private Vector256<T> Fold(in PoolWindow window, T* from)
        {
            var state = TPool.Start<T>();
            for (int d = window.D0; d < window.D1; d++)
            {
                for (int h = window.H0; h < window.H1; h++)
                {
                    T* at = from + (((((long)d * s.Input.H) + h) * s.Input.W) + window.W0) * s.Channels;
                    for (int w = window.W0; w < window.W1; w++, at += s.Channels)
                    {
                        state = TPool.Add(state, Vector256.Load(at));
                    }
                }
            }

            return state;
        }

        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        private Vector256<T> FoldOne(in PoolWindow window, T* from)
        {
            var state = TPool.Start<T>();
            for (int d = window.D0; d < window.D1; d++)
            {
                for (int h = window.H0; h < window.H1; h++)
                {
                    T* at = from + (((((long)d * s.Input.H) + h) * s.Input.W) + window.W0) * s.Channels;
                    for (int w = window.W0; w < window.W1; w++, at += s.Channels)
                    {
                        state = TPool.Add(state, Vector256.CreateScalar(*at));
                    }
                }
            }

            return state;
        }
    }
}
