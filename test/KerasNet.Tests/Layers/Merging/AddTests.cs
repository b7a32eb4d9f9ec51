using KerasNet.Layers;

namespace KerasNet.Tests.EachLayer;

[TestFixtureSource(typeof(Backends), nameof(Backends.All))]
public sealed class AddTests(string backend) : LayerFixture<Add>(backend)
{
    [Test]
    public void IsALayer() => Check(() => new Add(), input: [[2, 3, 4], [2, 3, 4], [2, 3, 4]], output: [2, 3, 4]);

    [Test]
    public void Broadcasts() => Check(() => new Add(), input: [[2, 3, 4], [2, 4]], output: [2, 3, 4]);

    [Test]
    public void JoinsMasks() => Check(() => new Add(), input: [[2, 3, 4], [2, 3, 4]], output: [2, 3, 4], mask: true);
}
