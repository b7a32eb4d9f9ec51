using KerasNet.Layers;

namespace KerasNet.Tests.EachLayer;

[TestFixtureSource(typeof(Backends), nameof(Backends.All))]
public sealed class DotTests(string backend) : LayerFixture<Dot>(backend)
{
    [Test]
    public void IsALayer() => Check(() => new Dot((2, 1)), input: [[2, 3, 4], [2, 4, 5]], output: [2, 3, 5]);

    [Test]
    public void IsACosine() => Check(() => new Dot(1, normalize: true), input: [[2, 3], [2, 3]], output: [2, 1]);

    [Test]
    public void KeepsFurtherAxes() => Check(() => new Dot((3, 1)), input: [[2, 3, 5, 4], [2, 4]], output: [2, 3, 5]);

    [Test]
    public void CountsAxesFromTheEnd() => Check(() => new Dot(-1), input: [[2, 3, 4], [2, 5, 4]], output: [2, 3, 5]);
}
