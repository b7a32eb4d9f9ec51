using System.Text.Json;

namespace KerasNet.Tests;

/// <summary>Random functions give Keras's numbers for Keras's seeds, as values and inside graphs.</summary>
[TestFixtureSource(typeof(Backends), nameof(Backends.All))]
public sealed class RandomOpsTests(string backend) : BackendFixture(backend)
{
    private static readonly JsonElement _golden = Golden.Json("random/functions.json");

    private static Tensor X => Tensor.Create<float>([.. Enumerable.Range(0, 24).Select(i => (i / 4f) - 2)], (4, 6));

    [Test]
    public void SeedsThatAreNotGivenComeAsInKeras()
    {
        Keras.SetRandomSeed(1);
        Compare("chosen seed", new SeedGenerator().State.Value);
        Compare("uniform without seed", RandomOps.Uniform(3));
        Compare("uniform without seed again", RandomOps.Uniform(3));
        Compare("normal without seed", RandomOps.Normal(3));
        Compare("chosen seed again", new SeedGenerator().State.Value);
    }

    [Test]
    public void AGeneratorGivesOtherNumbersWithEachCall()
    {
        var seeds = new SeedGenerator(42);
        Compare("uniform", RandomOps.Uniform((2, 3), -2, 3, seed: seeds));
        Compare("uniform next", RandomOps.Uniform((2, 3), seed: seeds));
        Compare("state", seeds.State.Value);
        Compare("dropout generator", RandomOps.Dropout(X, 0.5, seed: seeds));
    }

    public static IEnumerable<string> Names => Calls(null!).Keys;

    [TestCaseSource(nameof(Names))]
    public void EqualsKeras(string name) => Compare(name, Calls(X)[name]());

    [TestCaseSource(nameof(Names))]
    public void GivesTheSameInAGraph(string name)
    {
        var graph = new Graphs.Graph();
        Tensor x, y;
        using (graph.Enter())
        {
            x = graph.Placeholder(DataType.Float32, (-1, 6), "x");
            y = RawOps.Identity(Calls(x)[name]());
        }

        using var step = Keras.Backend.Compile(graph, [x], [y], []);
        var result = new Tensor?[1];
        step.Run([X], result);
        Compare(name, result[0]!);
    }

    [Test]
    public void EveryRunOfAStepDrawsTheNextSeed()
    {
        var seeds = new SeedGenerator(42);
        var graph = new Graphs.Graph();
        Tensor first, second;
        using (graph.Enter())
        {
            first = RandomOps.Uniform((2, 3), -2, 3, seed: seeds);
            second = RandomOps.Uniform((2, 3), seed: seeds);
        }

        using var step = Keras.Backend.Compile(graph, [], [first, second], [.. graph.Updates]);
        var results = new Tensor?[2];
        step.Run([], results);
        Compare("uniform", results[0]!);
        Compare("uniform next", results[1]!);
        var again = new Tensor?[2];
        step.Run([], again);
        Assert.Multiple(() =>
        {
            Assert.That(seeds.State.ReadNow().ToArray<long>(), Is.EqualTo(new long[] { 42, 4 }));
            Assert.That(again[1]!.ToArray<float>(), Is.Not.EqualTo(results[1]!.ToArray<float>()));
        });
    }

    [Test]
    public void AGeneratorThatTwoCallsShareNeverGivesOneSeedTwice()
    {
        const int runs = 5000;
        var seeds = new SeedGenerator(7);
        var graph = new Graphs.Graph();
        Tensor first, second;
        using (graph.Enter())
        {
            first = seeds.Next();
            second = seeds.Next();
        }

        using var step = Keras.Backend.Compile(graph, [], [first, second], [.. graph.Updates]);
        var results = new Tensor?[2];
        for (var i = 0; i < runs; i++)
        {
            step.Run([], results);
            if (results[0]!.AsSpan<long>()[1] != 2 * i || results[1]!.AsSpan<long>()[1] != (2 * i) + 1)
            {
                Assert.Fail($"Run {i} gave the seeds {results[0]} and {results[1]}.");
            }
        }

        Assert.That(seeds.State.ReadNow().ToArray<long>(), Is.EqualTo(new long[] { 7, 2 * runs }));
    }

    [Test]
    public void DropoutPassesTheGradientOfWhatItKept()
    {
        using var tape = new GradientTape();
        var x = X + 10;
        tape.Watch(x);
        var y = RandomOps.Dropout(x, 0.25, seed: 1);
        var dx = tape.Gradient(y, x)!.ToArray<float>();
        Assert.That(dx, Is.EqualTo(y.ToArray<float>().Select(v => v == 0 ? 0f : 1 / 0.75f)).Within(1e-6f));
    }

    [Test]
    public void WrongTypesAreNamed() => Assert.Multiple(() =>
    {
        Assert.That(() => RandomOps.Uniform(3, dtype: DataType.Int32), Throws.ArgumentException.With.Message.Contains("floating point"));
        Assert.That(() => RandomOps.Randint(3, 0, 5, DataType.Float32), Throws.ArgumentException.With.Message.Contains("integer"));
        Assert.That(() => RandomOps.Randint(3, 5, 5), Throws.ArgumentException.With.Message.Contains("Need minval < maxval, got 5 >= 5"));
        Assert.That(() => RandomOps.Categorical(X[0], 2), Throws.ArgumentException.With.Message.Contains("2-D"));
    });

    private static Dictionary<string, Func<Tensor>> Calls(Tensor x) => new()
    {
        ["uniform double"] = () => RandomOps.Uniform(5, dtype: DataType.Float64, seed: 7),
        ["uniform half"] = () => RandomOps.Uniform(5, dtype: DataType.Float16, seed: 7),
        ["uniform bfloat16"] = () => Ops.Cast(RandomOps.Uniform(5, dtype: DataType.BFloat16, seed: 7), DataType.Float32),
        ["normal"] = () => RandomOps.Normal((3, 3), 1, 0.5, seed: 1337),
        ["normal big seed"] = () => RandomOps.Normal(3, seed: int.MaxValue),
        ["normal negative seed"] = () => RandomOps.Normal(3, seed: -5),
        ["normal half"] = () => RandomOps.Normal(4, dtype: DataType.Float16, seed: 3),
        ["truncated normal"] = () => RandomOps.TruncatedNormal(9, stddev: 2, seed: 11),
        ["randint"] = () => RandomOps.Randint(7, 0, 10, seed: 5),
        ["randint long"] = () => RandomOps.Randint(7, -100, 1L << 40, DataType.Int64, seed: 5),
        ["randint byte"] = () => RandomOps.Randint(7, 0, 255, DataType.UInt8, seed: 5),
        ["dropout"] = () => RandomOps.Dropout(x, 0.3, seed: 9),
        ["dropout noise shape"] = () => RandomOps.Dropout(x, 0.5, (4, 1), seed: 2),
        ["dropout open noise shape"] = () => RandomOps.Dropout(x, 0.5, (null, 1), seed: 4),
        ["dropout nothing"] = () => RandomOps.Dropout(x, 0, seed: 9),
        ["dropout all"] = () => RandomOps.Dropout(x, 1, seed: 9),
        ["categorical"] = () => RandomOps.Categorical(Tensor.From(new[,] { { MathF.Log(0.1f), MathF.Log(0.2f), MathF.Log(0.7f) }, { MathF.Log(0.5f), MathF.Log(0.4f), MathF.Log(0.1f) } }), 6, seed: 3),
        ["shuffle"] = () => RandomOps.Shuffle(x, seed: 8),
        ["shuffle columns"] = () => RandomOps.Shuffle(x, axis: 1, seed: 8),
        ["gamma"] = () => RandomOps.Gamma((2, 3), new[] { 0.5f, 1, 4 }, seed: 6),
        ["gamma one"] = () => RandomOps.Gamma(4, 2.5, seed: 6),
        ["beta"] = () => RandomOps.Beta((2, 3), 2.0, new[] { 0.5f, 1, 4 }, seed: 6),
        ["binomial"] = () => RandomOps.Binomial((4, 3), new[] { 5f, 40, 100 }, new[] { 0.3f, 0.5f, 0.9f }, seed: 6),
        ["binomial one"] = () => RandomOps.Binomial(12, 1.0, 0.5, seed: 13),
        ["binomial many"] = () => RandomOps.Binomial(30, 1000.0, 0.7, seed: 14),
    };

    private static void Compare(string name, Tensor actual)
    {
        var golden = _golden.GetProperty(name);
        Assert.That(actual.DType.Name(), Is.EqualTo(golden.GetProperty("dtype").GetString()), name);
        Assert.That(actual.Shape.ToArray(), Is.EqualTo(golden.GetProperty("shape").Deserialize<int[]>()), name);
        var values = golden.GetProperty("values").Deserialize<double[]>()!;
        var tolerance = actual.DType == DataType.Float16 ? 1e-3 : actual.DType.IsFloating() ? 1e-6 : 0;
        for (var i = 0; i < values.Length; i++)
        {
            Assert.That(NumberReader.At(actual, i), Is.EqualTo(values[i]).Within(tolerance * (1 + Math.Abs(values[i]))), $"{name}, element {i}");
        }
    }
}
