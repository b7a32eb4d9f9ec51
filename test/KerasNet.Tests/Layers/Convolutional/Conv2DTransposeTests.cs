using KerasNet.Layers;

namespace KerasNet.Tests.EachLayer;

[TestFixtureSource(typeof(Backends), nameof(Backends.All))]
public sealed class Conv2DTransposeTests(string backend) : LayerFixture<Conv2DTranspose>(backend)
{
    [Test]
    public void IsALayer() => Check(() => new Conv2DTranspose(2, 3, strides: 2, padding: "same"), input: [1, 3, 4, 2], output: [1, 6, 8, 2], trainableWeights: 2);

    [Test]
    public void PadsItsOutput() => Check(() => new Conv2DTranspose(2, 3, strides: 2, outputPadding: 1), input: [1, 2, 2, 2], output: [1, 6, 6, 2], trainableWeights: 2);
}
