namespace KerasNet.Tests;

/// <summary>What the recorded cases of images leave out.</summary>
[TestFixtureSource(typeof(Backends), nameof(Backends.All))]
public sealed class ImageOpTests(string backend) : BackendFixture(backend)
{
    [Test]
    public void WideDepthwiseFiltersCompute()
    {
        var y = Ops.DepthwiseConv(Ops.Ones((1, 4, 40, 2)), Ops.Ones((1, 31, 2, 1)), padding: "same");
        Assert.That(y.AsSpan<float>()[0], Is.EqualTo(16));
        Assert.That(y.AsSpan<float>()[2 * 20], Is.EqualTo(31));
    }

    [Test]
    public void ModelsOfUnknownImageSizeResize()
    {
        var images = Keras.Input((null, null, 3));
        var model = new Model(images, Ops.Image.Resize(images, (4, 6), cropToAspectRatio: true));
        Assert.That(model.Outputs[0].Shape, Is.EqualTo((TensorShape)(null, 4, 6, 3)));
        var x = Ops.Reshape(Ops.Arange(2 * 8 * 6 * 3, dtype: DataType.Float32), (2, 8, 6, 3));
        Assert.That(((Tensor)model.Predict(x, verbose: 0)).Shape, Is.EqualTo((TensorShape)(2, 4, 6, 3)));
    }

    [Test]
    public void ConfigsOfImageFunctionsAreRead()
    {
        var images = Keras.Input((8, 8, 3));
        var model = new Model(images, Ops.Image.RgbToGrayscale(Ops.Image.Resize(images, (4, 4), interpolation: "bicubic")));
        var again = (Model)Saving.ObjectSerializer.Deserialize(Saving.ObjectSerializer.Serialize(model), typeof(Model));
        var x = RandomOps.Uniform((2, 8, 8, 3), seed: 1);
        Assert.That(((Tensor)again.Predict(x, verbose: 0)).ToArray<float>(), Is.EqualTo(((Tensor)model.Predict(x, verbose: 0)).ToArray<float>()));
    }
}
