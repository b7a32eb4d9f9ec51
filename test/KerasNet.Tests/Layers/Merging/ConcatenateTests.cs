using KerasNet.Layers;

namespace KerasNet.Tests.EachLayer;

[TestFixtureSource(typeof(Backends), nameof(Backends.All))]
public sealed class ConcatenateTests(string backend) : LayerFixture<Concatenate>(backend)
{
    [Test]
    public void IsALayer() => Check(() => new Concatenate(), input: [[2, 3, 4], [2, 3, 2]], output: [2, 3, 6]);

    [Test]
    public void JoinsMasks() => Check(() => new Concatenate(axis: 1), input: [[2, 3, 4], [2, 2, 4]], output: [2, 5, 4], mask: true);
}
