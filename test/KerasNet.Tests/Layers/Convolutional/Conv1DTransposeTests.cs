using KerasNet.Layers;

namespace KerasNet.Tests.EachLayer;

[TestFixtureSource(typeof(Backends), nameof(Backends.All))]
public sealed class Conv1DTransposeTests(string backend) : LayerFixture<Conv1DTranspose>(backend)
{
    [Test]
    public void IsALayer() => Check(() => new Conv1DTranspose(3, 3, strides: 2), input: [2, 4, 2], output: [2, 9, 3], trainableWeights: 2);
}
