using KerasNet.Internal;

namespace KerasNet.Tests.Internal;

public sealed class RequireTests
{
    [Test]
    public void GoodValuesComeBack()
    {
        Assert.That(Require.Positive(3), Is.EqualTo(3));
        Assert.That(Require.Positive(0.5), Is.EqualTo(0.5));
        Assert.That(Require.Positive((int?)null), Is.Null);
        Assert.That(Require.NonNegative(0L), Is.Zero);
        Assert.That(Require.Rate(1), Is.EqualTo(1));
        Assert.That(Require.InRange(2, 1, 3), Is.EqualTo(2));
        Assert.That(Require.OneOf("same", ["valid", "same"]), Is.EqualTo("same"));
        Assert.That(Require.AllPositive([1, 2]), Is.EqualTo(new[] { 1, 2 }));
        Assert.That(Require.Rank("conv", (null, 28, 28, 1), 4, "batch, height, width, channels").Rank, Is.EqualTo(4));
        Assert.That(Require.MinRank("dense", (null, 4), 2, "batch, …, features").Rank, Is.EqualTo(2));
        Assert.That(Require.Known("dense", (null, 4), -1), Is.EqualTo(4));
        Assert.That(Require.Axis("dense", (null, 4), -1, 4)[1], Is.EqualTo(4));
        Assert.That(Require.Axis("dense", (null, null), -1, 4).Rank, Is.EqualTo(2));
    }

    [TestCaseSource(nameof(Bad))]
    public void BadValuesAreNamed(Action act, string message) =>
        Assert.That(act, Throws.InstanceOf<ArgumentException>().With.Message.StartsWith(message));

    private static IEnumerable<TestCaseData> Bad()
    {
        int units = 0;
        double rate = 1.5;
        double nothing = double.NaN;
        int axis = -1;
        string padding = "smae";
        int[] strides = [1, 0];
        int[] empty = [];
        yield return Case(() => Require.Positive(units), "Argument 'units' must be a positive number. Received: 0.");
        yield return Case(() => Require.Positive((int?)units, "units"), "Argument 'units' must be a positive number. Received: 0.");
        yield return Case(() => Require.Positive(nothing), "Argument 'nothing' must be a positive number. Received: NaN.");
        yield return Case(() => Require.NonNegative(axis), "Argument 'axis' must be zero or a positive number. Received: -1.");
        yield return Case(() => Require.Rate(rate), "Argument 'rate' must be a number from 0 to 1. Received: 1.5.");
        yield return Case(() => Require.Rate(nothing), "Argument 'nothing' must be a number from 0 to 1. Received: NaN.");
        yield return Case(() => Require.OneOf(padding, ["valid", "same", "causal"]), "Argument 'padding' must be one of 'valid', 'same', 'causal'. Received: 'smae'. Did you mean 'same'?");
        yield return Case(() => Require.OneOf(null, ["valid"], "padding"), "Argument 'padding' must be one of 'valid'. Received: null.");
        yield return Case(() => Require.AllPositive(strides), "Argument 'strides' must be positive numbers. Received: (1, 0).");
        yield return Case(() => Require.NotEmpty(empty), "Argument 'empty' must not be empty. Received: 0 elements.");
        yield return Case(() => Require.Length(strides, 3), "Argument 'strides' must have 3 elements. Received: 2 elements.");
        yield return Case(() => Require.Rank("conv_1", (null, 784), 4, "batch, height, width, channels"),
            "Layer 'conv_1' expects rank 4 (batch, height, width, channels). Received: shape=(None, 784). Add a Reshape layer before it.");
        yield return Case(() => Require.Rank("lstm", (null, 2, 3, 4), 3, "batch, time, features"),
            "Layer 'lstm' expects rank 3 (batch, time, features). Received: shape=(None, 2, 3, 4). Add a Flatten or Reshape layer before it.");
        yield return Case(() => Require.MinRank("dense", 4, 2, "batch, …, features"), "Layer 'dense' expects rank 2 or more (batch, …, features). Received: shape=(4,).");
        yield return Case(() => Require.Known("dense", (null, null), -1), "Layer 'dense' expects a known size of axis -1. Received: shape=(None, None). Give that size in Keras.Input.");
        yield return Case(() => Require.Axis("dense", (null, 5), -1, 4), "Layer 'dense' expects axis -1 of size 4. Received: shape=(None, 5).");
    }

    private static TestCaseData Case(Action act, string message) => new TestCaseData(act, message).SetArgDisplayNames(message);
}
