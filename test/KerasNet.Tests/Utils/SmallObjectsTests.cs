using System.Diagnostics;
using KerasNet.Layers;

namespace KerasNet.Tests.Functions;

/// <summary>Settings, counters and small functions, as Keras 3.15.1 has them.</summary>
public sealed class SmallObjectsTests
{
    [SetUp]
    public void Enter() => _scope = Keras.Scope("managed");

    [TearDown]
    public void Leave() => _scope?.Dispose();

    private IDisposable? _scope;

    [Test]
    public void RunsAreLimited()
    {
        Keras.Config.MaxEpochs = 2;
        Keras.Config.MaxStepsPerEpoch = 3;
        var model = new Sequential([Keras.Input(2), new Dense(1)]);
        model.Compile("sgd", "mse");
        var history = model.Fit(new float[20, 2], new float[20, 1], batchSize: 2, epochs: 5, verbose: 0);
        Assert.That(history.Epoch, Is.EqualTo((int[])[0, 1]));
        Assert.That((int)model.Optimizer!.Iterations.Value, Is.EqualTo(6));
        Assert.That(model.Predict(new float[20, 2], batchSize: 2, verbose: 0).Shape, Is.EqualTo(new TensorShape(6, 1)));
        model.Fit(new float[4, 2], new float[4, 1], batchSize: 2, epochs: 2, verbose: 0);
        Assert.That((int)model.Optimizer.Iterations.Value, Is.EqualTo(10));
        Assert.That(() => Keras.Config.MaxEpochs = 0, Throws.InstanceOf<ArgumentOutOfRangeException>());
    }

    [Test]
    public void MessagesGoToTheTrace()
    {
        using var text = new StringWriter();
        using var listener = new TextWriterTraceListener(text);
        Trace.Listeners.Add(listener);
        Keras.Config.InteractiveLogging = false;
        try
        {
            var bar = new Progbar(5, width: 10, statefulMetrics: ["s"], unitName: "file");
            bar.Update(1, [new("a", 1), new("s", 2)]);
            bar.Add(4, [new("a", 2), new("s", 3)]);
        }
        finally
        {
            Trace.Listeners.Remove(listener);
        }

        Assert.That(text.ToString(), Does.Contain("1/5").And.Contain("/file - a: 1.0000 - s: 2.0000"));
        Assert.That(text.ToString(), Does.Contain("5/5").And.Contain("a: 2.0000 - s: 3.0000"));
        Assert.That(() => new Progbar(1, statefulMetrics: [], statelessMetrics: []), Throws.ArgumentException);
    }

    [Test]
    public void NumbersCountWithNames()
    {
        Keras.ClearSession();
        Assert.That((Keras.GetUid("dense"), Keras.GetUid("dense"), Keras.GetUid("x")), Is.EqualTo((1, 2, 1)));
        Assert.That(new Dense(1).Name, Is.EqualTo("dense_2"));
        Assert.That(Keras.Version(), Is.EqualTo("3.15.1"));
    }

    [Test]
    public void TypesMeet()
    {
        Assert.That(DataTypes.ResultType(DataType.Int32, DataType.Float16), Is.EqualTo(DataType.Float16));
        Assert.That(DataTypes.ResultType(DataType.UInt8, DataType.Int8), Is.EqualTo(DataType.Int16));
        Assert.That(DataTypes.ResultType(DataType.BFloat16, DataType.Float16), Is.EqualTo(DataType.Float32));
        Assert.That(DataTypes.ResultType(DataType.Int64, DataType.Float32), Is.EqualTo(DataType.Float32));
        Assert.That(DataTypes.ResultType(DataType.Bool, DataType.UInt16, DataType.Int16), Is.EqualTo(DataType.Int32));
        Assert.That(DataTypes.ResultType(DataType.Bool), Is.EqualTo(DataType.Bool));
        Assert.That(DataTypes.ResultType(), Is.EqualTo(DataType.Float32));
    }

    [Test]
    public void SourcesAreFound()
    {
        var (i, j) = (Keras.Input(2), Keras.Input(3));
        var y = new Concatenate().Apply([new Dense(2).Apply(i), j, i]);
        Assert.That(Utils.GetSourceInputs(y) is [var first, var second] && ReferenceEquals(first, i) && ReferenceEquals(second, j));
        Assert.That(Utils.GetSourceInputs(i).Single(), Is.SameAs(i));
    }

    [Test]
    public void DataIsPacked()
    {
        Assert.That(Utils.PackXYSampleWeight("x"), Is.EqualTo((string[])["x"]));
        Assert.That(Utils.PackXYSampleWeight("x", sampleWeight: "w"), Is.EqualTo((string[])["x"]));
        Assert.That(Utils.PackXYSampleWeight("x", "y", "w"), Is.EqualTo((string[])["x", "y", "w"]));
        Assert.That(Utils.UnpackXYSampleWeight<string>(["x", "y"]), Is.EqualTo(("x", "y", (string?)null)));
        Assert.That(() => Utils.UnpackXYSampleWeight<string>(["x", "y", "w", "v"]), Throws.ArgumentException);
    }

    [Test]
    public void WeightsAreKept()
    {
        var path = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.weights.h5");
        try
        {
            var (from, to) = (new Sequential([Keras.Input(2), new Dense(1)]), new Sequential([Keras.Input(2), new Dense(1)]));
            Keras.SaveWeights(from, path);
            Keras.LoadWeights(to, path);
            Assert.That(to.GetWeights()[0].ToArray<float>(), Is.EqualTo(from.GetWeights()[0].ToArray<float>()));
        }
        finally
        {
            File.Delete(path);
        }
    }
}
