using KerasNet.Layers;

namespace KerasNet.Tests.EachLayer;

[TestFixtureSource(typeof(Backends), nameof(Backends.All))]
public sealed class EinsumDenseTests(string backend) : LayerFixture<EinsumDense>(backend)
{
    [Test]
    public void IsALayer() => Check(() => new EinsumDense("ab,bc->ac", 4, activation: "relu", biasAxes: "c"), input: [2, 3], output: [2, 4], trainableWeights: 2);

    [Test]
    public void HasHeads() => Check(() => new EinsumDense("abc,cde->abde", (null, 2, 5), biasAxes: "de"), input: [2, 3, 4], output: [2, 3, 2, 5], trainableWeights: 2);

    [Test]
    public void HasAnEllipsisOnTheLeft() => Check(() => new EinsumDense("...x,xy->...y", 2, biasAxes: "y"), input: [2, 3, 4], output: [2, 3, 2], trainableWeights: 2);

    [Test]
    public void HasAnEllipsisOnTheRight() => Check(() => new EinsumDense("ab...,bc->ac...", 5, biasAxes: "c"), input: [2, 3, 4], output: [2, 5, 4], trainableWeights: 2);

    [Test]
    public void HasNoBias() => Check(() => new EinsumDense("abc,cd->abd", (3, 2), activityRegularizer: "l2"), input: [2, 3, 4], output: [2, 3, 2], trainableWeights: 1);
}
