namespace KerasNet.Tests.Training;

/// <summary>The same seed gives the same training in two processes: weights, shuffles, dropout and losses.</summary>
[TestFixtureSource(typeof(KerasNet.Tests.Backends), nameof(KerasNet.Tests.Backends.All))]
public sealed class RepeatTests(string backend)
{
    private const string Program = """
        using KerasNet;
        using Layers = KerasNet.Layers;
        Keras.SetRandomSeed(int.Parse(args[0]));
        var model = new Sequential([Keras.Input(3), new Layers.Dense(16, activation: "relu", kernelInitializer: "he_normal"), new Layers.Dropout(0.4), new Layers.GaussianNoise(0.1), new Layers.Dense(1)]);
        model.Compile("adam", "mse");
        var x = new float[40, 3];
        var y = new float[40];
        for (var i = 0; i < 120; i++) { x[i / 3, i % 3] = i * 7919 % 100 / 50f; y[i / 3] += x[i / 3, i % 3]; }
        var history = model.Fit(x, y, epochs: 4, batchSize: 7, verbose: 0);
        foreach (var loss in history["loss"]) { System.Console.WriteLine(System.BitConverter.DoubleToInt64Bits(loss)); }
        foreach (var weight in model.GetWeights()) { System.Console.WriteLine(string.Join(" ", System.Array.ConvertAll(weight.ToArray<float>(), System.BitConverter.SingleToInt32Bits))); }
        """;

    private static readonly Lazy<ChildProgram> s_program = new(() => new ChildProgram("Repeat", Program));

    [Test]
    public void TwoProcessesAgreeToTheBit()
    {
        string first = Run("1");
        Assert.That(first.Split('\n'), Has.Length.GreaterThan(7), first);
        Assert.That(Run("1"), Is.EqualTo(first));
        Assert.That(Run("2"), Is.Not.EqualTo(first));
    }

    private string Run(string seed) => s_program.Value.Run(backend, seed);
}
