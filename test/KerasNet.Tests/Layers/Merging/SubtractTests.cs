using KerasNet.Layers;

namespace KerasNet.Tests.EachLayer;

[TestFixtureSource(typeof(Backends), nameof(Backends.All))]
public sealed class SubtractTests(string backend) : LayerFixture<Subtract>(backend)
{
    [Test]
    public void IsALayer() => Check(() => new Subtract(), input: [[2, 3, 4], [2, 3, 4]], output: [2, 3, 4]);

    [Test]
    public void Broadcasts() => Check(() => new Subtract(), input: [[2, 3, 4], [2, 4]], output: [2, 3, 4]);

    [Test]
    public void JoinsMasks() => Check(() => new Subtract(), input: [[2, 3, 4], [2, 3, 4]], output: [2, 3, 4], mask: true);
}
