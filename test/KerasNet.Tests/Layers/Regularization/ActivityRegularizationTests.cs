using KerasNet.Layers;

namespace KerasNet.Tests.EachLayer;

[TestFixtureSource(typeof(Backends), nameof(Backends.All))]
public sealed class ActivityRegularizationTests(string backend) : LayerFixture<ActivityRegularization>(backend)
{
    [Test]
    public void IsALayer() => Check(() => new ActivityRegularization(0.1, 0.2), input: [2, 3, 2], output: [2, 3, 2], mask: true);
}
