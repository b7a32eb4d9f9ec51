using KerasNet.Layers;

namespace KerasNet.Tests.EachLayer;

[TestFixtureSource(typeof(Backends), nameof(Backends.All))]
public sealed class Conv3DTransposeTests(string backend) : LayerFixture<Conv3DTranspose>(backend)
{
    [Test]
    public void IsALayer() => Check(() => new Conv3DTranspose(2, 2, strides: 2), input: [1, 2, 2, 2, 2], output: [1, 4, 4, 4, 2], trainableWeights: 2);
}
