using System.Text;
using System.Text.Json;
using KerasNet.Layers;

namespace KerasNet.Tests.Preprocessing;

/// <summary>The hashes of text and integers, number for number those of TensorFlow.</summary>
public sealed class HashTests
{
    private static readonly JsonElement _golden = Golden.Json("text/hashes.json");
    private static readonly string[] _words = [.. Strings("words")];
    private static readonly long[] _ints = [.. Longs(_golden.GetProperty("ints"))];

    [Test]
    public void FingerprintsAreFarmHash() =>
        Assert.That(_words.Select(w => FarmHash.Fingerprint(Encoding.UTF8.GetBytes(w)).ToString()), Is.EqualTo(Strings("fingerprints")));

    [Test]
    public void BinsOfText() => Assert.That(_words.Select(w => HashBins.Of(w, 1000, null)), Is.EqualTo(Longs(_golden.GetProperty("fast"))));

    [Test]
    public void BinsOfIntegers() => Assert.That(_ints.Select(n => HashBins.Of(n, 1000, null)), Is.EqualTo(Longs(_golden.GetProperty("ints_fast"))));

    [TestCase(0)]
    [TestCase(1)]
    [TestCase(2)]
    public void BinsWithAKeyAreSipHash(int number)
    {
        long[] key = [.. Longs(_golden.GetProperty("keys")[number])];
        Assert.That(_words.Select(w => HashBins.Of(w, 1L << 62, key)), Is.EqualTo(Longs(_golden.GetProperty("strong")[number])));
    }

    [Test]
    public void CrossesOfTextAndIntegers()
    {
        Tensor words = _words, reversed = _words.Reverse().ToArray(), ints = Tensor.From(Longs(_golden.GetProperty("crossed_ints")).ToArray());
        var crossing = new HashedCrossing(1L << 61);
        Assert.That(crossing.Apply([words, reversed]).Single().ToArray<long>(), Is.EqualTo(Longs(_golden.GetProperty("cross_words"))));
        Assert.That(crossing.Apply([words, ints]).Single().ToArray<long>(), Is.EqualTo(Longs(_golden.GetProperty("cross_ints"))));
    }

    private static IEnumerable<string> Strings(string name) => _golden.GetProperty(name).EnumerateArray().Select(w => w.GetString()!);

    private static IEnumerable<long> Longs(JsonElement list) => list.EnumerateArray().Select(n => n.GetInt64());
}
