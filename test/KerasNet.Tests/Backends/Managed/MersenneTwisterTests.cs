using System.Numerics;
using System.Text.Json;
using KerasNet.Backends.Managed;

namespace KerasNet.Tests.Managed;

public sealed class MersenneTwisterTests
{
    private static readonly int[] s_bits = [1, 7, 31, 32, 33, 53, 64];
    private static readonly long[] s_limits = [1, 2, 3, 1000, 1L << 40];

    [Test]
    public void EqualsPython()
    {
        foreach (JsonElement item in Golden.Read("random.json").RootElement.GetProperty("twister").EnumerateArray())
        {
            var random = new MersenneTwister(BigInteger.Parse(item.Text("seed")));
            Assert.That(s_bits.Select(n => random.NextBits(n).ToString()), Is.EqualTo(item.Array<string>("bits")));
            Assert.That(Enumerable.Range(0, 5).Select(_ => random.NextInteger(1, 1_000_000_000)), Is.EqualTo(item.Array<long>("integers")));
            Assert.That(s_limits.Select(random.NextBelow), Is.EqualTo(item.Array<long>("below")));
            Assert.That(Enumerable.Range(0, 4).Select(_ => BitConverter.DoubleToUInt64Bits(random.NextDouble())), Is.EqualTo(item.Array<ulong>("doubles")));
            Assert.That(BitConverter.DoubleToUInt64Bits(random.NextUniform(-2, 5)), Is.EqualTo(item.Array<ulong>("uniform")[0]));
            Assert.That(Enumerable.Range(0, 2000).Select(_ => random.NextUInt32()).ToArray()[^3..], Is.EqualTo(item.Array<uint>("late")));
            int[] shuffled = [.. Enumerable.Range(0, 20)];
            random.Shuffle<int>(shuffled);
            Assert.That(shuffled, Is.EqualTo(item.Array<int>("shuffled")));
        }
    }

    [Test]
    public void BadRangesAreErrors()
    {
        var random = new MersenneTwister(1);
        Assert.That(() => random.NextBits(0), Throws.InstanceOf<ArgumentOutOfRangeException>());
        Assert.That(() => random.NextBelow(0), Throws.InstanceOf<ArgumentOutOfRangeException>());
    }
}
