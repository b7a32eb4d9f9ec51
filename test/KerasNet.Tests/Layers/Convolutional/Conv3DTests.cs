using KerasNet.Layers;

namespace KerasNet.Tests.EachLayer;

[TestFixtureSource(typeof(Backends), nameof(Backends.All))]
public sealed class Conv3DTests(string backend) : LayerFixture<Conv3D>(backend)
{
    [Test]
    public void IsALayer() => Check(() => new Conv3D(2, 2), input: [1, 3, 3, 3, 2], output: [1, 2, 2, 2, 2], trainableWeights: 2);

    [Test]
    public void Strides() => Check(() => new Conv3D(2, 2, strides: 2, padding: "same"), input: [1, 3, 4, 3, 2], output: [1, 2, 2, 2, 2], trainableWeights: 2);
}
