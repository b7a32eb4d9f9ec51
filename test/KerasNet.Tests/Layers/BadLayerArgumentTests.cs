using KerasNet.Layers;

namespace KerasNet.Tests.EachLayer;

/// <summary>What Keras rejects is an error with its meaning: arguments when a layer is made, shapes when it is called, with the layer's name.</summary>
public sealed class BadLayerArgumentTests
{
    public static IEnumerable<TestCaseData> Makers =>
    [
        Made("units", () => new Dense(0)),
        Made("filters", () => new Conv2D(0, 2)),
        Made("kernel_size", () => new Conv2D(2, 0)),
        Made("kernel_size", () => new Conv2D(2, (1, 2, 3))),
        Made("strides", () => new Conv1D(2, 2, strides: 0)),
        Made("dilation_rate", () => new Conv2D(2, 2, dilationRate: 0)),
        Made("strides > 1", () => new Conv2D(2, 2, strides: 2, dilationRate: 2)),
        Made("groups", () => new Conv2D(2, 2, groups: 0)),
        Made("evenly divisible", () => new Conv2D(3, 2, groups: 2)),
        Made("padding", () => new Conv2D(2, 2, padding: "causal")),
        Made("padding", () => new MaxPooling2D(2, padding: "full")),
        Made("dataFormat", () => new Conv2D(2, 2, dataFormat: "first")),
        Made("pool_size", () => new AveragePooling2D(0)),
        Made("output_padding", () => new Conv2DTranspose(2, 2, strides: 2, outputPadding: 2)),
        Made("depthMultiplier", () => new DepthwiseConv2D(2, depthMultiplier: 0)),
        Made("rate", () => new Dropout(-0.1)),
        Made("rate", () => new AlphaDropout(1.1)),
        Made("noise_shape", () => new Dropout(0.5, noiseShape: (0, 1))),
        Made("stddev", () => new GaussianNoise(-1)),
        Made("inputDim", () => new Embedding(0, 1)),
        Made("weights", () => new Embedding(3, 2, weights: new float[2, 2])),
        Made("negativeSlope", () => new LeakyReLU(-1)),
        Made("maxValue", () => new ReLU(maxValue: -1)),
        Made("dims", () => new Permute([1, 3])),
        Made("n", () => new RepeatVector(0)),
        Made("at most one unknown", () => new Reshape((-1, -1))),
        Made("cropping", () => new Cropping2D(-1)),
        Made("padding", () => new ZeroPadding2D(-1)),
        Made("size", () => new UpSampling1D(0)),
        Made("groups", () => new GroupNormalization(0)),
        Made("rmax", () => new BatchNormalization(renorm: true, renormClipping: new Dictionary<string, double> { ["rmin"] = 2, ["rmax"] = 1 })),
        Made("numHeads", () => new MultiHeadAttention(0, 2)),
        Made("keyDim", () => new MultiHeadAttention(1, 0)),
        Made("slidingWindow", () => new MultiHeadAttention(1, 2, slidingWindow: 0)),
        Made("flash attention", () => new MultiHeadAttention(1, 2, dropout: 0.5, flashAttention: true)),
        Made("divisible", () => new GroupedQueryAttention(2, 3, 2)),
        Made("scoreMode", () => new Attention(scoreMode: "sum")),
        Made("dropout", () => new Attention(dropout: -1)),
        Made("output_size", () => new AdaptiveAveragePooling2D((1, 2, 3))),
        Made("two elements", () => new Dot(new[] { 1, 2, 3 })),
    ];

    public static IEnumerable<TestCaseData> Calls =>
    [
        Called("rank 2 or more", () => new Dense(2), [3]),
        Called("known size", () => new Dense(2), [2, -1]),
        Called("min_ndim=4", () => new Conv2D(2, 2), [2, 3, 4]),
        Called("groups=2", () => new Conv2D(2, 2, groups: 2), [1, 4, 4, 3]),
        Called("output", () => new Conv1D(2, 7), [2, 6, 1]),
        Called("window", () => new MaxPooling1D(7), [2, 6, 1]),
        Called("ndim=4", () => new MaxPooling2D(2), [2, 3, 4]),
        Called("out of range", () => new BatchNormalization(axis: 5), [2, 3]),
        Called("out of range", () => new LayerNormalization(axis: 5), [2, 3]),
        Called("out of range", () => new RMSNormalization(axis: 5), [2, 3]),
        Called("out of range", () => new UnitNormalization(axis: 5), [2, 3]),
        Called("out of range", () => new Softmax(5), [2, 3]),
        Called("out of range", () => new Concatenate(5), [2, 3], [2, 3]),
        Called("multiple", () => new GroupNormalization(4), [2, 6]),
        Called("shared_axes", () => new PReLU(sharedAxes: [5]), [2, 6]),
        Called("cropping", () => new Cropping1D(3), [2, 6, 1]),
        Called("total size", () => new Reshape(5), [2, 3]),
        Called("ndim=3", () => new Permute([2, 1]), [2, 3]),
        Called("ndim=2", () => new RepeatVector(2), [2, 3, 4]),
        Called("ndim=3", () => new SpatialDropout1D(0.5), [2, 3]),
        Called("incompatible shapes", () => new Add(), [2, 3], [2, 4]),
        Called("batch sizes", () => new Add(), [2, 3], [3, 3]),
        Called("exactly 2", () => new Subtract(), [2, 3], [2, 3], [2, 3]),
        Called("matching shapes", () => new Concatenate(), [2, 3, 4], [2, 2, 4]),
        Called("axis 0", () => new Dot(0), [2, 3], [2, 3]),
        Called("axis values", () => new Dot(1), [2, 3], [2, 4]),
        Called("length 2 or 3", () => new Attention(), [2, 3, 4]),
        Called("query and a value", () => new MultiHeadAttention(1, 2), [2, 3, 4]),
        Called("rank 3", () => new MultiHeadAttention(1, 2), [2, 4], [2, 4]),
        Called("`value` and `key`", () => new MultiHeadAttention(1, 2), [2, 3, 4], [2, 3, 4], [2, 4, 4]),
        Called("attention_axes", () => new MultiHeadAttention(1, 2, attentionAxes: 3), [2, 3, 4], [2, 3, 4]),
        Called("must be equal", () => new GroupedQueryAttention(2, 2, 1), [2, 3, 4], [2, 3, 5]),
        Called("form", () => new EinsumDense("ab,bc", 2), [2, 3]),
        Called("Bias dimension 'z'", () => new EinsumDense("ab,bc->ac", 2, biasAxes: "z"), [2, 3]),
        Called("names 2 axes", () => new EinsumDense("ab,bc->ac", 2), [2, 3, 4]),
    ];

    [TestCaseSource(nameof(Makers))]
    public void IsRefusedWhenMade(string says, Func<Layer> make) => Assert.That(() => make(), Throws.InstanceOf<ArgumentException>().With.Message.Contains(says));

    [TestCaseSource(nameof(Calls))]
    public void IsRefusedWhenCalled(string says, Func<Layer> make, int[][] inputs)
    {
        using var scope = Keras.Scope("managed");
        var layer = make();
        Tensors symbolic = inputs.Length == 1 ? Input(inputs[0]) : inputs.Select(Input).ToArray();
        Assert.That(() => layer.Apply(symbolic), Throws.InstanceOf<ArgumentException>().With.Message.Contains(says).And.Message.Contains(layer.Name));
    }

    [TestCaseSource(typeof(Backends), nameof(Backends.All))]
    public void MasksOfWrongShapeAreRefused(string backend)
    {
        using var scope = Keras.Scope(backend);
        var x = Ops.Ones((2, 3, 4));
        Assert.That(() => new MultiHeadAttention(1, 2).Apply(x, x, attentionMask: Ops.Ones(3)), Throws.ArgumentException.With.Message.Contains("attention_mask"));
        Assert.That(() => new MultiHeadAttention(1, 2).Apply(x, x, attentionMask: Ops.Ones((1, 1, 2, 3, 3))), Throws.ArgumentException.With.Message.Contains("at most the rank"));
        Assert.That(() => new MultiHeadAttention(1, 2).Apply(x, x, attentionMask: Ops.Ones((2, 3, 5))), Throws.ArgumentException.With.Message.Contains("multi_head_attention"));
        Assert.That(() => new MultiHeadAttention(1, 2).Apply(x, x, valueMask: Ops.Ones((2, 4))), Throws.ArgumentException.With.Message.Contains("without the features"));
        Assert.That(() => new Softmax().Apply(x, mask: Ops.Ones((2, 3))), Throws.ArgumentException.With.Message.Contains("broadcastable"));
        Assert.That(() => new BatchNormalization().Apply(x, mask: Ops.Ones(2), training: true), Throws.ArgumentException.With.Message.Contains("one dimension less"));
    }

    [TestCaseSource(typeof(Backends), nameof(Backends.All))]
    public void AnIndexThatIsTooGreatIsNamed(string backend)
    {
        using var scope = Keras.Scope(backend);
        var layer = new Embedding(3, 2);
        Assert.That(layer.Apply(new int[] { -1 }).Shape, Is.EqualTo(new TensorShape(1, 2)), "Keras counts negative indices from the end");
        Assert.That(() => layer.Apply(new int[] { 5 }), Throws.Exception.With.Message.Contains("embedding").And.Message.Contains("5 is not in [0, 3)"));
    }

    /// <summary>Keras's oracle says so: rows of counts have no place for negative numbers, and leave out those that are too great.</summary>
    [TestCaseSource(typeof(Backends), nameof(Backends.All))]
    public void NegativeCategoriesAreRefused(string backend)
    {
        using var scope = Keras.Scope(backend);
        foreach (var mode in (string[])["multi_hot", "count"])
        {
            var layer = new CategoryEncoding(4, mode);
            Assert.That(layer.Apply(new int[] { 0, 4 }).ToArray<float>(), Is.EqualTo((float[])[1, 0, 0, 0]));
            Assert.That(() => layer.Apply(new int[] { 0, -1 }), Throws.Exception.With.Message.Contains("non-negative"));
            Assert.That(() => layer.Apply(new int[,] { { 0, 1 }, { -1, 2 } }), Throws.Exception.With.Message.Contains("egative"));
            var model = new Sequential([Keras.Input(2, dtype: DataType.Int32), new CategoryEncoding(4, mode)]);
            Assert.That(() => model.Predict(new int[,] { { 0, -2 } }), Throws.Exception.With.Message.Contains("egative"));
        }

        Assert.That(new CategoryEncoding(4, "one_hot").Apply(new int[] { -1, 4 }).ToArray<float>(), Is.All.Zero);
        Assert.That(() => Ops.Bincount(new int[] { 1, -1 }), Throws.Exception.With.Message.Contains("non-negative"));
    }

    [TestCaseSource(typeof(Backends), nameof(Backends.All))]
    public void ImagesWithoutPixelsAreNotResized(string backend)
    {
        using var scope = Keras.Scope(backend);
        foreach (var method in (string[])["bilinear", "nearest", "bicubic"])
        {
            Assert.That(() => Ops.Image.Resize(Ops.Ones((2, 0, 7, 2)), (1, 1), method), Throws.ArgumentException.With.Message.Contains("non-zero size"));
            var x = Keras.Input((null, null, 2));
            var model = new Model(x, new Resizing(1, 1, method).Apply(x));
            Assert.That(() => model.Predict(Ops.Ones((2, 0, 7, 2)), verbose: 0), Throws.Exception.With.Message.Contains("non-zero size"));
        }
    }

    private static Tensor Input(int[] shape) => Keras.Input(new TensorShape(shape)[1..], shape[0]);

    private static TestCaseData Made(string says, Func<Layer> make) => new TestCaseData(says, make).SetArgDisplayNames(says);

    private static TestCaseData Called(string says, Func<Layer> make, params int[][] inputs) =>
        new TestCaseData(says, make, inputs).SetArgDisplayNames($"{says} {string.Join(" ", inputs.Select(i => $"({string.Join(", ", i)})"))}");
}
