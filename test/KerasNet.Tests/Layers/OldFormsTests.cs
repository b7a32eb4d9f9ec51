using KerasNet.Layers;

namespace KerasNet.Tests.EachLayer;

/// <summary>Forms of layers that only old files have, where no file in the repository has them.</summary>
[TestFixtureSource(typeof(Backends), nameof(Backends.All))]
public sealed class OldFormsTests(string backend) : BackendFixture(backend)
{
    [Test]
    public void UpSamplingOfOldKerasBeginsAtTheCorners()
    {
        var x = Ops.Reshape(new[] { 0f, 2f }, (1, 1, 2, 1));
        var y = new Keras2BilinearUpSampling2D(2).Apply(x);
        Assert.That(y.Shape, Is.EqualTo((TensorShape)(1, 2, 4, 1)));
        Assert.That(y.ToArray<float>(), Is.EqualTo(new float[] { 0, 1, 2, 2, 0, 1, 2, 2 }));
    }

    [TestCase(1, new[] { -1f, 1, -1, 1 })]
    [TestCase(2, new[] { -1f, -1, 1, 1 })]
    public void BatchNormalizationOfKeras1TakesSamplesOrTheBatch(int mode, float[] expected)
    {
        var layer = new Keras1BatchNormalization(mode, epsilon: 1e-9);
        Assert.That(layer.Apply(new float[,] { { 1, 3 }, { 5, 7 } }).ToArray<float>(), Is.EqualTo(expected).Within(1e-5));
    }

    [Test]
    public void ModeZeroIsAnotherClass() => Assert.That(() => new Keras1BatchNormalization(0), Throws.InstanceOf<ArgumentOutOfRangeException>().With.Message.Contains("BatchNormalization"));
}
