using KerasNet.Layers;

namespace KerasNet.Tests;

/// <summary>Image layers inside models: they take part in Fit and rest in Predict.</summary>
[TestFixtureSource(typeof(Backends), nameof(Backends.All))]
public sealed class ImagesInModelsTests(string backend) : BackendFixture(backend)
{
    private static readonly Func<Layer>[] s_layers =
    [
        () => new RandomFlip(seed: 1), () => new RandomRotation(0.2, seed: 1), () => new RandomTranslation(0.2, 0.2, seed: 1), () => new RandomZoom(0.2, seed: 1), () => new RandomShear(0.3, seed: 1),
        () => new RandomBrightness(0.3, seed: 1), () => new RandomContrast(0.3, seed: 1), () => new RandomHue(0.3, seed: 1), () => new RandomErasing(seed: 1), () => new RandomInvert(seed: 1),
        () => new RandomGaussianBlur(seed: 1), () => new RandomElasticTransform(seed: 1), () => new RandomSharpness(0.7, seed: 1), () => new MixUp(seed: 1), () => new CutMix(seed: 1),
        () => new RandAugment(seed: 1), () => new RandomColorJitter(brightnessFactor: 0.2, seed: 1), () => new RandomPosterization(5, seed: 1), () => new Solarization(0.5, 0.5, seed: 1),
    ];

    [Test]
    public void TheyTrainAndRest([ValueSource(nameof(s_layers))] Func<Layer> make)
    {
        Keras.SetRandomSeed(0);
        var layer = make();
        var inputs = Keras.Input((6, 6, 3));
        var outputs = new Dense(1).Apply(new Flatten().Apply(layer.Apply(inputs)));
        var model = new Model(inputs, outputs);
        model.Compile(optimizer: "sgd", loss: "mse");
        var x = Images(5);
        var weights = model.GetWeights();
        model.Fit(x, Tensor.Create<float>([1, 2, 3, 4, 5], (5, 1)), epochs: 1, batchSize: 3, verbose: 0);
        Assert.That(model.GetWeights()[0].ToArray<float>(), Is.Not.EqualTo(weights[0].ToArray<float>()), "it learns");
        var rest = new Model(inputs, layer.Apply(inputs));
        Assert.That(((Tensor)rest.Predict(x, verbose: 0)).ToArray<float>(), Is.EqualTo(x.ToArray<float>()).Within(1e-6), "at rest images stay");
        var moved = rest.Apply(x, training: true).ToArray<float>();
        Assert.That(moved, Is.Not.EqualTo(x.ToArray<float>()), "in training they do not");
        Assert.That(Enumerable.Range(0, 4).Select(_ => rest.Apply(x, training: true).ToArray<float>()), Has.Some.Not.EqualTo(moved), "and not always the same way");
    }

    [Test]
    public void WhoSaysNothingTrains()
    {
        var x = Images(4);
        var layer = new RandomBrightness((0.2, 0.4), seed: 1);
        Assert.That(layer.Apply(x).ToArray<float>(), Is.Not.EqualTo(x.ToArray<float>()));
        Assert.That(layer.Apply(x, training: false).ToArray<float>(), Is.EqualTo(x.ToArray<float>()));
        var model = new Sequential([Keras.Input((6, 6, 3)), layer]);
        for (var i = 0; i < 3; i++)
        {
            Assert.That(model.Apply(x).ToArray<float>(), Is.Not.EqualTo(x.ToArray<float>()), "a model hands it on");
            Assert.That(model.Apply(x, training: false).ToArray<float>(), Is.EqualTo(x.ToArray<float>()));
        }
    }

    [Test]
    public void SizesMayBeUnknown()
    {
        var inputs = Keras.Input((null, null, 3));
        Layer[] layers =
        [
            new RandomFlip(seed: 1), new RandomRotation(0.2, seed: 1), new RandomZoom(0.2, 0.1, seed: 1), new RandomTranslation(0.2, 0.1, seed: 1), new RandomErasing(seed: 1),
            new ContrastLimitedAdaptiveHistogramEqualization(tileGridSize: 2), new Equalization(), new AutoContrast(), new CenterCrop(4, 4), new Resizing(5, 4),
        ];
        var model = new Model(inputs, layers.Aggregate(inputs, (x, layer) => layer.Apply(x)));
        Assert.That(model.Outputs[0].Shape, Is.EqualTo((TensorShape)(null, 5, 4, 3)));
        Assert.That(model.Apply(Images(2), training: true).Shape, Is.EqualTo((TensorShape)(2, 5, 4, 3)));
    }

    [Test]
    public void AugMixDiffersFromCallToCall()
    {
        Keras.SetRandomSeed(3);
        var layer = new AugMix(numChains: 2, chainDepth: 1, factor: 0.5, seed: 3);
        var x = Images(2);
        var different = Enumerable.Range(0, 40).Select(_ => string.Join(",", layer.Apply(x, training: true).ToArray<float>().Select(v => v.ToString("F3")))).Distinct().Count();
        Assert.That(different, Is.GreaterThan(30), "calls differ");
        Assert.That(layer.Apply(x, training: false).ToArray<float>(), Is.EqualTo(x.ToArray<float>()));
    }

    [Test]
    public void AnUnknownSizeOfARandomCropIsNamed() =>
        Assert.That(() => new RandomCrop(3, 3).Apply(Keras.Input((null, 6, 3))), Throws.ArgumentException.With.Message.Contains("fully defined height and width"));

    [Test]
    public void ATransformationIsDrawnOnceAndUsedForAll()
    {
        var layer = new RandomFlip("horizontal", seed: 1) { BoundingBoxFormat = "xyxy" };
        var x = Images(4);
        var drawn = layer.GetRandomTransformation(x);
        var flipped = layer.TransformImages(x, drawn);
        Assert.That(layer.TransformImages(x, drawn).ToArray<float>(), Is.EqualTo(flipped.ToArray<float>()));
        Assert.That(layer.TransformSegmentationMasks(x, drawn).ToArray<float>(), Is.EqualTo(flipped.ToArray<float>()));
        Assert.That(layer.TransformLabels(new[] { 1, 2, 3, 4 }, drawn).ToArray<int>(), Is.EqualTo(new[] { 1, 2, 3, 4 }));
        var boxes = layer.TransformBoundingBoxes(new LabeledBoxes(Ops.Ones((4, 1, 4)) * new[] { 1f, 2, 3, 4 }, Ops.Zeros((4, 1), DataType.Int32)), drawn).Boxes.ToArray<float>();
        for (var i = 0; i < 4; i++)
        {
            var isFlipped = flipped[i, 0, 0, 0].ToDouble() != x[i, 0, 0, 0].ToDouble();
            Assert.That(boxes[i * 4], Is.EqualTo(isFlipped ? 3f : 1f).Within(1e-5), $"image {i}");
        }
    }

    private static Tensor Images(int count) => Tensor.Create<float>([.. Enumerable.Range(0, count * 108).Select(i => i * 7919 % 1009 / 4f)], (count, 6, 6, 3));
}
