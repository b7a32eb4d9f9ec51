using KerasNet.Layers;

namespace KerasNet.Tests.EachLayer;

[TestFixtureSource(typeof(Backends), nameof(Backends.All))]
public sealed class SoftmaxTests(string backend) : LayerFixture<Softmax>(backend)
{
    [Test]
    public void IsALayer() => Check(() => new Softmax(), input: [2, 3, 4], output: [2, 3, 4]);

    [Test]
    public void GoesOverSeveralAxes() => Check(() => new Softmax([1, 2]), input: [2, 3, 4], output: [2, 3, 4]);

    [Test]
    public void LeavesOutMaskedPlaces() => Check(() => new Softmax(), input: [2, 3, 4], output: [2, 3, 4], arguments: new() { ["mask"] = new TensorShape(2, 3, 4) });
}
