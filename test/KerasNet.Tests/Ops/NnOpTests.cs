using KerasNet.Graphs;

namespace KerasNet.Tests;

/// <summary>What the recordings of nn functions do not reach: logits behind a softmax, unknown sizes, float64 volumes, gradients of composed convolutions, errors.</summary>
[TestFixtureSource(typeof(Backends), nameof(Backends.All))]
public sealed class NnOpTests(string backend) : BackendFixture(backend)
{
    private static readonly float[,] _logits = { { 30, -90, 2 }, { -1, 40, 200 } };

    [Test]
    public void CrossentropyOfASoftmaxUsesItsLogits()
    {
        Tensor target = new float[,] { { 0, 1, 0 }, { 1, 0, 0 } };
        var loss = Ops.CategoricalCrossentropy(target, Ops.Softmax(_logits));
        Assert.That(loss.ToArray<float>(), Is.EqualTo(new float[] { 120, 201 }).Within(1e-4));
        var sparse = Ops.SparseCategoricalCrossentropy(Tensor.Create([1, 0], 2), Ops.Softmax(_logits));
        Assert.That(sparse.ToArray<float>(), Is.EqualTo(new float[] { 120, 201 }).Within(1e-4));
        var binary = Ops.BinaryCrossentropy(new float[,] { { 1, 0, 1 }, { 1, 1, 0 } }, Ops.Sigmoid(_logits));
        Assert.That(binary.ToArray<float>(), Is.EqualTo(new float[] { 0, 0, 0.1269f, 1.3133f, 0, 200 }).Within(1e-3));
    }

    [Test]
    public void CrossentropyOfASoftmaxHasOneNodeInAGraph()
    {
        var graph = new Graph();
        using (graph.Enter())
        {
            var x = graph.Placeholder(DataType.Float32, new TensorShape(-1, 5), "x");
            var y = graph.Placeholder(DataType.Int64, new TensorShape(-1), "y");
            var loss = Ops.SparseCategoricalCrossentropy(y, Ops.Softmax(x));
            Assert.That(loss.Node!.Definition.Name, Is.EqualTo("SparseSoftmaxCrossEntropyWithLogits"));
            Assert.That(loss.Node!.Inputs[0], Is.SameAs(x));
        }
    }

    /// <summary>Keras's clipped probabilities would give 16.1 for a class whose softmax is 0; its training gives the logits' 100.</summary>
    [Test]
    public void TrainingUsesTheLogitsOfASoftmax()
    {
        var model = new Sequential([Keras.Input(1), new Layers.Dense(2, activation: "softmax")]);
        model.SetWeights([new float[,] { { 100, 0 } }, new float[] { 0, 0 }]);
        model.Compile(loss: "sparse_categorical_crossentropy");
        Assert.That(model.Evaluate(new float[,] { { 1 } }, new[] { 1 }, verbose: 0)["loss"], Is.EqualTo(100).Within(1e-3));
        model.Compile(loss: "categorical_crossentropy");
        Assert.That(model.Evaluate(new float[,] { { 1 } }, new float[,] { { 0, 1 } }, verbose: 0)["loss"], Is.EqualTo(100).Within(1e-3));
    }

    [Test]
    public void Float64VolumesPool()
    {
        var x = PoolingGradients.Distinct((2, 3, 4, 3, 2));
        new GradientCase("MaxPool", t => Ops.MaxPool(t[0], (2, 2, 2), (1, 2, 1), "same"), x) { UnknownBatch = true }.Check();
        new GradientCase("AveragePool", t => Ops.AveragePool(t[0], (2, 2, 2), (1, 2, 1), "same"), x) { UnknownBatch = true, SecondOrder = true }.Check();
    }

    [TestCase("channels_last", "same", 1, 2, 1)]
    [TestCase("channels_last", "valid", 1, 3, 2)]
    [TestCase("channels_last", "same", 2, 2, 1)]
    [TestCase("channels_last", "valid", 2, 3, 1)]
    [TestCase("channels_first", "same", 1, 2, 2)]
    [TestCase("channels_first", "valid", 2, 1, 4)]
    public void ComposedConvolutions(string dataFormat, string padding, int stride, int dilation, int groups)
    {
        var x = GradientCase.Sample(dataFormat == "channels_first" ? (2, 4, 7, 8) : (2, 7, 8, 4));
        var kernel = GradientCase.Sample((2, 3, 4 / groups, 4), seed: 2);
        Tensor Call(Tensor[] t) => Ops.Conv(t[0], t[1], stride, padding, dataFormat, dilation);
        new GradientCase("Conv", Call, x, kernel) { UnknownBatch = true, Batched = [0], SecondOrder = true }.Check();
    }

    [TestCase("same", 1, 2)]
    [TestCase("valid", 2, 2)]
    [TestCase("same", 2, 1)]
    public void ComposedDepthwiseConvolutions(string padding, int stride, int dilation)
    {
        var (x, kernel) = (GradientCase.Sample((2, 6, 5, 3)), GradientCase.Sample((2, 3, 3, 2), seed: 2));
        new GradientCase("DepthwiseConv", t => Ops.DepthwiseConv(t[0], t[1], stride, padding, dilationRate: dilation), x, kernel) { UnknownBatch = true, Batched = [0], SecondOrder = true }.Check();
        new GradientCase("DepthwiseConv", t => Ops.DepthwiseConv(t[0], t[1], (1, 2), padding, dilationRate: dilation), x, kernel) { UnknownBatch = true, Batched = [0] }.Check();
    }

    [TestCase("same", 2, 1)]
    [TestCase("valid", 1, 2)]
    [TestCase("valid", 3, 1)]
    public void TransposedConvolutions(string padding, int stride, int dilation)
    {
        var (x, kernel) = (GradientCase.Sample((2, 3, 4, 2)), GradientCase.Sample((2, 3, 3, 2), seed: 2));
        new GradientCase("ConvTranspose", t => Ops.ConvTranspose(t[0], t[1], stride, padding, dilationRate: dilation), x, kernel) { UnknownBatch = true, Batched = [0], SecondOrder = true }.Check();
        var (line, filter) = (GradientCase.Sample((2, 5, 2)), GradientCase.Sample((3, 3, 2), seed: 2));
        new GradientCase("ConvTranspose", t => Ops.ConvTranspose(t[0], t[1], stride, padding, dilationRate: dilation), line, filter) { UnknownBatch = true, Batched = [0] }.Check();
    }

    /// <summary>Every size unknown to the trace, as in fully convolutional models.</summary>
    [TestCase(1, 1, "same")]
    [TestCase(1, 2, "same")]
    [TestCase(1, 3, "valid")]
    [TestCase(2, 2, "same")]
    public void UnknownSizes(int stride, int dilation, string padding)
    {
        var (x, kernel) = (GradientCase.Sample((2, 7, 5, 2)), GradientCase.Sample((3, 2, 2, 3), seed: 2));
        var direct = Ops.Conv(x, kernel, stride, padding, dilationRate: dilation);
        var up = Ops.ConvTranspose(x, GradientCase.Sample((2, 2, 3, 2), seed: 2), stride, padding);
        var graph = new Graph();
        Tensor fed, y, z, dx;
        using (graph.Enter())
        {
            fed = graph.Placeholder(DataType.Float64, new TensorShape(-1, -1, -1, 2), "x");
            y = Ops.Conv(fed, kernel, stride, padding, dilationRate: dilation);
            z = Ops.ConvTranspose(fed, GradientCase.Sample((2, 2, 3, 2), seed: 2), stride, padding);
            dx = Gradients.Of([y], [fed], graph.Nodes, [])[0]!;
        }

        using var step = Keras.Backend.Compile(graph, [fed], [y, z, dx], []);
        var results = new Tensor?[3];
        step.Run([x], results);
        Assert.That(results[0]!.Shape, Is.EqualTo(direct.Shape));
        Assert.That(results[0]!.ToArray<double>(), Is.EqualTo(direct.ToArray<double>()).Within(1e-12));
        Assert.That(results[1]!.Shape, Is.EqualTo(up.Shape));
        Assert.That(results[1]!.ToArray<double>(), Is.EqualTo(up.ToArray<double>()).Within(1e-12));
        using var tape = new GradientTape();
        tape.Watch(x);
        Assert.That(results[2]!.ToArray<double>(), Is.EqualTo(tape.Gradient(Ops.Conv(x, kernel, stride, padding, dilationRate: dilation), x)!.ToArray<double>()).Within(1e-12));
    }

    [Test]
    public void SettingsAreChecked()
    {
        var x = Ops.Cast(GradientCase.Sample((1, 4, 4, 3)), DataType.Float32);
        var kernel = Ops.Cast(GradientCase.Sample((2, 2, 3, 2)), DataType.Float32);
        Assert.That(() => Ops.Conv(x, kernel, padding: "causal"), Throws.ArgumentException.With.Message.Contains("'valid', 'same'"));
        Assert.That(() => Ops.Conv(x, kernel, dataFormat: "NHWC"), Throws.ArgumentException.With.Message.Contains("channels_last"));
        Assert.That(() => Ops.Conv(x, kernel, strides: (1, 1, 1)), Throws.ArgumentException.With.Message.Contains("one for each spatial axis"));
        Assert.That(() => Ops.Conv(x, kernel, dilationRate: 4), Throws.ArgumentException.With.Message.Contains("empty output"));
        Assert.That(() => Ops.MaxPool(x, (2, 2, 2)), Throws.ArgumentException.With.Message.Contains("one for each spatial axis"));
        Assert.That(() => Ops.Glu(x), Throws.ArgumentException.With.Message.Contains("divisible by 2"));
        Assert.That(() => Ops.SparseCategoricalCrossentropy(Tensor.Create([0, 1], 2), new float[,] { { 1, 2, 3 } }), Throws.ArgumentException.With.Message.Contains("same shape up until the last"));
        Assert.That(() => Ops.CategoricalCrossentropy(new float[,] { { 1, 2 } }, new float[,] { { 1, 2, 3 } }), Throws.ArgumentException.With.Message.Contains("must have the same shape"));
    }
}
