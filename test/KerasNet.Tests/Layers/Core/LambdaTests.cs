using KerasNet.Layers;

namespace KerasNet.Tests.EachLayer;

[TestFixtureSource(typeof(Backends), nameof(Backends.All))]
[TestsLayers(typeof(Lambda))]
public sealed class LambdaTests(string backend) : BackendFixture(backend)
{
    private static readonly float[,] _x = { { 1, 2 }, { 3, 4 } };

    [Test]
    public void AppliesAFunction() => Assert.That(new Lambda(x => x * x).Apply(_x).ToArray<float>(), Is.EqualTo(new float[] { 1, 4, 9, 16 }));

    [Test]
    public void TrainsThroughAFunction()
    {
        var input = Keras.Input(2);
        var model = new Model(input, new Lambda(x => x * 2).Apply(new Dense(1).Apply(input)));
        model.Compile("sgd", "mse");
        var losses = model.Fit(_x, new float[] { 1, 2 }, epochs: 20, verbose: 0)["loss"];
        Assert.That(losses[^1], Is.LessThan(losses[0]));
    }
}
