using KerasNet.Layers;

namespace KerasNet.Tests.EachLayer;

[TestFixtureSource(typeof(Backends), nameof(Backends.All))]
public sealed class MultiplyTests(string backend) : LayerFixture<Multiply>(backend)
{
    [Test]
    public void IsALayer() => Check(() => new Multiply(), input: [[2, 3, 4], [2, 3, 4], [2, 3, 4]], output: [2, 3, 4]);

    [Test]
    public void Broadcasts() => Check(() => new Multiply(), input: [[2, 3, 4], [2, 4]], output: [2, 3, 4]);

    [Test]
    public void JoinsMasks() => Check(() => new Multiply(), input: [[2, 3, 4], [2, 3, 4]], output: [2, 3, 4], mask: true);
}
