namespace KerasNet.Backends.Managed;

/// <summary>Binomial numbers as TensorFlow's StatelessRandomBinomial draws them: by inversion where few successes are expected, else by transformed rejection (Hörmann 1993).</summary>
internal static class RandomBinomial
{
    private const ulong RejectionBlocks = 256;
    private const ulong InversionBlocks = 42;
    private const double Few = 10;

    private static readonly double[] _tails =
    [
        0.0810614667953272, 0.0413406959554092, 0.0276779256849983, 0.02079067210376509, 0.0166446911898211,
        0.0138761288230707, 0.0118967099458917, 0.0104112652619720, 0.00925546218271273, 0.00833056343336287,
    ];

    /// <summary>Number of successes in <paramref name="count"/> trials: output number <paramref name="index"/> of a call.</summary>
    public static double Draw(PhiloxKey key, long index, double count, double probability)
    {
        if (double.IsNaN(probability))
        {
            return double.NaN;
        }

        if (count <= 0 || probability <= 0)
        {
            return 0;
        }

        var rare = probability <= 0.5 ? probability : 1 - probability;
        var many = count * rare >= Few;
        var stream = new Stream(key.Skip((many ? RejectionBlocks : InversionBlocks) * (ulong)index));
        var drawn = many ? Reject(ref stream, count, rare) : Invert(ref stream, count, rare);
        return probability <= 0.5 ? drawn : count - drawn;
    }

    /// <summary>Adds up waiting times until they exceed the trials.</summary>
    private static double Invert(ref Stream stream, double count, double p)
    {
        var (sum, successes) = (0.0, 0);
        while (true)
        {
            sum += Math.Ceiling(Math.Log(stream.Uniform()) / double.LogP1(-p));
            if (sum > count)
            {
                return successes;
            }

            successes++;
        }
    }

    private static double Reject(ref Stream stream, double count, double p)
    {
        var deviation = Math.Sqrt(count * p * (1 - p));
        var b = 1.15 + (2.53 * deviation);
        var a = -0.0873 + (0.0248 * b) + (0.01 * p);
        var c = (count * p) + 0.5;
        var box = 0.92 - (4.2 / b);
        var odds = p / (1 - p);
        var alpha = (2.83 + (5.1 / b)) * deviation;
        var mode = Math.Floor((count + 1) * p);
        while (true)
        {
            var u = stream.Uniform() - 0.5;
            var v = stream.Uniform();
            var edge = 0.5 - Math.Abs(u);
            var k = Math.Floor((((2 * a / edge) + b) * u) + c);
            if (edge >= 0.07 && v <= box)
            {
                return k;
            }

            if (k < 0 || k > count)
            {
                continue;
            }

            v = Math.Log(v * alpha / ((a / (edge * edge)) + b));
            var bound = ((mode + 0.5) * Math.Log((mode + 1) / (odds * (count - mode + 1))))
                + ((count + 1) * Math.Log((count - mode + 1) / (count - k + 1)))
                + ((k + 0.5) * Math.Log(odds * (count - k + 1) / (k + 1)))
                + Tail(mode) + Tail(count - mode) - Tail(k) - Tail(count - k);
            if (v <= bound)
            {
                return k;
            }
        }
    }

    /// <summary>What Stirling's formula leaves of log k!.</summary>
    private static double Tail(double k)
    {
        if (k <= 9)
        {
            return _tails[(int)k];
        }

        var square = (k + 1) * (k + 1);
        return ((1.0 / 12) - (((1.0 / 360) - (1.0 / 1260 / square)) / square)) / (k + 1);
    }

    // TensorFlow draws two numbers at a time and hands out the second one first.
    private struct Stream(PhiloxKey key)
    {
        private ulong _block;
        private double? _kept;

        public double Uniform()
        {
            if (_kept is { } kept)
            {
                _kept = null;
                return kept;
            }

            var at = key.Skip(_block++);
            var (x0, x1, x2, x3) = Philox.Block(at.Key, at.CounterLow, at.CounterHigh);
            _kept = RandomBuffer.ToDouble(x0, x1);
            return RandomBuffer.ToDouble(x2, x3);
        }
    }
}
