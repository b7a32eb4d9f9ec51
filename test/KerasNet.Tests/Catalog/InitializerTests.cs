using KerasNet.Initializers;

namespace KerasNet.Tests.Catalog;

[TestFixtureSource(typeof(Backends), nameof(Backends.All))]
public sealed class InitializerTests(string backend)
{
    public static IEnumerable<string> Classes => Recorded.Cases("initializers.json").Select(c => c.GetProperty("class").GetString()!).Distinct();

    [TestCaseSource(nameof(Classes))]
    public void HasKerassNumbers(string name)
    {
        using var scope = Keras.Scope(backend);
        foreach (var record in Recorded.Cases("initializers.json").Where(r => r.GetProperty("class").GetString() == name))
        {
            var shape = new TensorShape([.. record.GetProperty("shape").EnumerateArray().Select(e => e.GetInt32())]);
            var dtype = DataTypes.Parse(record.GetProperty("dtype").GetString()!);
            var what = $"{name} {record.GetProperty("config")} {shape}";
            Initializer Make() => name == "Constant" ? new Constant(record.GetProperty("config").GetProperty("value").GetDouble()) : Recorded.Create<Initializer>(name, record.GetProperty("config"));
            if (record.TryGetProperty("raises", out _))
            {
                Assert.That(() => Make().Call(shape, dtype), Throws.InstanceOf<ArgumentException>(), what);
                continue;
            }

            var value = Make().Call(shape, dtype);
            Assert.That(value.DType, Is.EqualTo(dtype), what);
            Recorded.AreClose(value, record.GetProperty("result"), what, relative: name is "Orthogonal" or "STFT" ? 1e-4 : 1e-6, absolute: name is "Orthogonal" or "STFT" ? 1e-5 : 1e-7);
        }
    }

    [Test]
    public void ConstantArrayBroadcasts() =>
        Assert.That(new Constant(new float[] { 1, 2 }).Call([3, 2], DataType.Float32).ToArray<float>(), Is.EqualTo(new float[] { 1, 2, 1, 2, 1, 2 }));

    [Test]
    public void OneSeedGivesOneSetOfNumbers()
    {
        using var scope = Keras.Scope(backend);
        var initializer = new GlorotUniform();
        var first = initializer.Call([4, 5], DataType.Float32).ToArray<float>();
        var second = initializer.Call([4, 5], DataType.Float32).ToArray<float>();
        Assert.That(first, Is.EqualTo(second));
        Assert.That(first, Is.Not.EqualTo(new GlorotUniform().Call([4, 5], DataType.Float32).ToArray<float>()));
    }

    [Test]
    public void TwoMillionNumbersTakeMilliseconds()
    {
        var initializer = new GlorotUniform(seed: 1);
        initializer.Call([1000, 2000], DataType.Float32);
        var watch = System.Diagnostics.Stopwatch.StartNew();
        initializer.Call([1000, 2000], DataType.Float32);
        Assert.That(watch.ElapsedMilliseconds, Is.LessThan(500));
    }
}
