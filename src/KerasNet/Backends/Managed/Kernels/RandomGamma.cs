using System.Numerics;

namespace KerasNet.Backends.Managed;

/// <summary>Gamma numbers as TensorFlow's StatelessRandomGammaV3 draws them (Marsaglia and Tsang 2000).</summary>
internal static unsafe class RandomGamma
{
    private const ulong ReservedBlocks = 256;

    /// <summary>
    /// <paramref name="samples"/> rows of one number for each of <paramref name="alphas"/> shapes: <c>to[s, i]</c> belongs to <c>alpha[i]</c>.
    /// </summary>
    public static void Fill<T>(PhiloxKey key, T* alpha, int alphas, int samples, T* to) where T : unmanaged, IFloatingPointIeee754<T> =>
        ManagedThreads.For(alphas * samples, 64, new Draws<T>(key, alpha, alphas, samples, to));

    private readonly struct Draws<T>(PhiloxKey key, T* alpha, int alphas, int samples, T* to) : IRangeAction where T : unmanaged, IFloatingPointIeee754<T>
    {
        public void Run(int start, int end)
        {
            for (int index = start; index < end; index++)
            {
                int shape = index / samples;
                var stream = new Stream(key.Skip(ReservedBlocks * (ulong)index));
                double value = Draw(ref stream, double.CreateTruncating(alpha[shape]));
                to[((long)(index % samples) * alphas) + shape] = T.CreateTruncating(value);
            }
        }

        private static double Draw(ref Stream stream, double alpha)
        {
            if (alpha == 1)
            {
                return -double.LogP1(-stream.Uniform());
            }

            double d = alpha + (alpha < 1 ? 2.0 / 3 : -1.0 / 3);
            double c = 1.0 / 3 / Math.Sqrt(d);
            while (true)
            {
                double x = stream.Normal();
                double v = 1 + (c * x);
                if (v <= 0)
                {
                    continue;
                }

                v = v * v * v;
                double u = stream.Uniform();
                if (u < 1 - (0.0331 * (x * x) * (x * x)) || Math.Log(u) < (0.5 * x * x) + (d * (1 - v + Math.Log(v))))
                {
                    return alpha < 1 ? d * v * Math.Pow(stream.Uniform(), 1 / alpha) : d * v;
                }
            }
        }
    }

    // TensorFlow draws two numbers at a time and hands out the second one first.
    private struct Stream(PhiloxKey key)
    {
        private ulong _block;
        private double? _uniform;
        private double? _normal;

        public double Uniform()
        {
            if (_uniform is { } kept)
            {
                _uniform = null;
                return kept;
            }

            var (x0, x1, x2, x3) = Next();
            _uniform = RandomBuffer.ToDouble(x0, x1);
            return RandomBuffer.ToDouble(x2, x3);
        }

        public double Normal()
        {
            if (_normal is { } kept)
            {
                _normal = null;
                return kept;
            }

            var (x0, x1, x2, x3) = Next();
            (double first, double second) = RandomBuffer.Normal(x0, x1, x2, x3);
            _normal = first;
            return second;
        }

        private (uint X0, uint X1, uint X2, uint X3) Next()
        {
            var at = key.Skip(_block++);
            return Philox.Block(at.Key, at.CounterLow, at.CounterHigh);
        }
    }
}
