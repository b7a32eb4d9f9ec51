using System.Numerics;
using System.Runtime.InteropServices;
using System.Text.Json;
using KerasNet.Backends.Managed;

namespace KerasNet.Tests.Managed;

public sealed unsafe class RandomTests
{
    private static JsonElement[] Cases(string op)
    {
        JsonElement[] cases = [.. Golden.Read("random.json").RootElement.GetProperty("cases").EnumerateArray().Where(c => c.Text("op") == op)];
        Assert.That(cases, Is.Not.Empty);
        return cases;
    }

    private static PhiloxKey Key(JsonElement item)
    {
        long[] seed = item.Array<long>("seed");
        return PhiloxKey.FromSeed(seed[0], seed[1]);
    }

    [Test]
    public void SeedsAreScrambledAsInTensorFlow()
    {
        foreach (var item in Cases("key"))
        {
            var key = Key(item);
            Assert.That(new[] { key.Key, key.CounterLow, key.CounterHigh }, Is.EqualTo(item.Array<ulong>("values")));
        }
    }

    [TestCase("uniform", 0), TestCase("normal", 2), TestCase("truncated", 2)]
    public void FloatsEqualTensorFlow(string op, int ulps)
    {
        foreach (var item in Cases(op))
        {
            if (item.Text("dtype") == "float32")
            {
                Check(item, Draw<float>(op, item), ulps, MemoryMarshal.Cast<uint, float>(item.Array<uint>("values")), v => BitConverter.SingleToInt32Bits(v));
            }
            else
            {
                Check(item, Draw<double>(op, item), ulps, MemoryMarshal.Cast<ulong, double>(item.Array<ulong>("values")), BitConverter.DoubleToInt64Bits);
            }
        }
    }

    [TestCase("int"), TestCase("full")]
    public void IntegersEqualTensorFlow(string op)
    {
        foreach (var item in Cases(op))
        {
            int count = item.Integer("count");
            int[] ints = new int[count];
            long[] longs = new long[count];
            fixed (int* pi = ints)
            fixed (long* pl = longs)
            {
                switch (op, item.Text("dtype"))
                {
                    case ("int", "int32"): RandomUniform.Fill(Key(item), item.Integer("low"), item.Integer("high"), pi, count); break;
                    case ("int", _): RandomUniform.Fill(Key(item), (long)item.Integer("low"), item.Integer("high"), pl, count); break;
                    case (_, "int32"): RandomUniform.FillBits(Key(item), (uint*)pi, count); break;
                    default: RandomUniform.FillBits(Key(item), (ulong*)pl, count); break;
                }
            }

            Assert.That(item.Text("dtype") == "int32" ? [.. ints.Select(i => (long)i)] : longs, Is.EqualTo(item.Array<long>("values")));
        }
    }

    [Test]
    public void GammaEqualsTensorFlow()
    {
        foreach (var item in Cases("gamma"))
        {
            double alpha = item.GetProperty("alpha").GetDouble();
            if (item.Text("dtype") == "float32")
            {
                Check(item, Gamma((float)alpha, item), 4, MemoryMarshal.Cast<uint, float>(item.Array<uint>("values")), v => BitConverter.SingleToInt32Bits(v));
            }
            else
            {
                Check(item, Gamma(alpha, item), 64, MemoryMarshal.Cast<ulong, double>(item.Array<ulong>("values")), BitConverter.DoubleToInt64Bits);
            }
        }
    }

    [Test]
    public void MultinomialEqualsTensorFlow()
    {
        foreach (var item in Cases("multinomial"))
        {
            double[] logits = [.. item.GetProperty("logits").EnumerateArray().Select(e => e.ValueKind == JsonValueKind.String ? double.NegativeInfinity : e.GetDouble())];
            float[] floats = [.. logits.Select(x => (float)x)];
            long[] values = new long[18];
            fixed (double* pd = logits)
            fixed (float* pf = floats)
            fixed (long* pv = values)
            {
                if (item.Text("logits_dtype") == "float32")
                {
                    RandomMultinomial.Fill(Key(item), pf, 2, 4, 9, pv);
                }
                else
                {
                    RandomMultinomial.Fill(Key(item), pd, 2, 4, 9, pv);
                }
            }

            Assert.That(values, Is.EqualTo(item.Array<long>("values")));
        }
    }

    [Test]
    public void ThreadsDoNotChangeANumber()
    {
        float[] one = new float[70_001], many = new float[70_001];
        fixed (float* p1 = one, p4 = many)
        {
            using (ManagedThreads.Limit(1))
            {
                RandomNormal.FillTruncated(new PhiloxKey(1, 2, 3), p1, one.Length);
            }

            using (ManagedThreads.Limit(4))
            {
                RandomNormal.FillTruncated(new PhiloxKey(1, 2, 3), p4, many.Length);
            }
        }

        Assert.That(many, Is.EqualTo(one));
    }

    [Test]
    public void TheCounterCarriesIntoItsUpperWord()
    {
        uint* bits = stackalloc uint[4 * 20];
        var start = new PhiloxKey(99, ulong.MaxValue - 9, 5);
        Philox.Fill(start, bits, 20);
        for (int i = 0; i < 20; i++)
        {
            var (x0, _, _, x3) = Philox.Block(99, unchecked(ulong.MaxValue - 9 + (ulong)i), i < 10 ? 5UL : 6UL);
            Assert.That((bits[4 * i], bits[(4 * i) + 3]), Is.EqualTo((x0, x3)), $"block {i}");
        }
    }

    [Test]
    public void AnEmptyRangeIsAnError() =>
        Assert.That(() => RandomUniform.Fill(default, 3, 3, (int*)null, 0), Throws.ArgumentException.With.Message.Contains("minval=3"));

    private static T[] Draw<T>(string op, JsonElement item) where T : unmanaged, IFloatingPointIeee754<T>
    {
        var values = new T[item.Integer("count")];
        fixed (T* to = values)
        {
            switch (op)
            {
                case "uniform": RandomUniform.Fill(Key(item), to, values.Length); break;
                case "normal": RandomNormal.Fill(Key(item), to, values.Length); break;
                default: RandomNormal.FillTruncated(Key(item), to, values.Length); break;
            }
        }

        return values;
    }

    private static T[] Gamma<T>(T alpha, JsonElement item) where T : unmanaged, IFloatingPointIeee754<T>
    {
        var values = new T[item.Integer("count")];
        fixed (T* to = values)
        {
            RandomGamma.Fill(Key(item), &alpha, 1, values.Length, to);
        }

        return values;
    }

    private static void Check<T>(JsonElement item, T[] actual, long ulps, ReadOnlySpan<T> expected, Func<T, long> bits) where T : struct
    {
        var tail = actual.AsSpan(actual.Length - expected.Length);
        for (int i = 0; i < tail.Length; i++)
        {
            Assert.That(Math.Abs(bits(tail[i]) - bits(expected[i])), Is.LessThanOrEqualTo(ulps), $"{item.Text("op")} {item.GetProperty("seed")} element {i}: {expected[i]}, received {tail[i]}");
        }
    }
}
