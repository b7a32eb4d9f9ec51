using KerasNet.Layers;

namespace KerasNet.Tests.EachLayer;

[TestFixtureSource(typeof(Backends), nameof(Backends.All))]
public sealed class MultiHeadAttentionTests(string backend) : LayerFixture<MultiHeadAttention>(backend)
{
    [Test]
    public void IsALayer() => Check(() => new MultiHeadAttention(2, 3), input: [[2, 3, 4], [2, 5, 4]], output: [2, 3, 4], trainableWeights: 8);

    [Test]
    public void HasKeysAndGivesScores() => Check(
        () => new MultiHeadAttention(2, 3, valueDim: 2, useBias: false),
        input: [[2, 3, 4], [2, 5, 6], [2, 5, 4]], output: [[2, 3, 4], [2, 2, 3, 5]], trainableWeights: 4, arguments: new() { ["return_attention_scores"] = true });

    [Test]
    public void LooksBack() => Check(
        () => new MultiHeadAttention(2, 3, outputShape: 5),
        input: [[2, 4, 3], [2, 4, 3]], output: [2, 4, 5], trainableWeights: 8, arguments: new() { ["use_causal_mask"] = true });

    [Test]
    public void JoinsMasks() => Check(
        () => new MultiHeadAttention(2, 3),
        input: [[2, 4, 3], [2, 4, 3], [2, 4, 3]], output: [2, 4, 3], trainableWeights: 8, mask: true, arguments: new() { ["use_causal_mask"] = true, ["attention_mask"] = new TensorShape(2, 4, 4) });

    [Test]
    public void JoinsMasksOfScores() => Check(
        () => new MultiHeadAttention(2, 3, slidingWindow: 2),
        input: [[2, 4, 3], [2, 4, 3]], output: [[2, 4, 3], [2, 2, 4, 4]], trainableWeights: 8, mask: true, arguments: new() { ["use_causal_mask"] = true, ["return_attention_scores"] = true });

    [Test]
    public void HasAGateAndAWindow() => Check(
        () => new MultiHeadAttention(2, 3, useGate: true, slidingWindow: 2, kernelRegularizer: "l2"),
        input: [[2, 4, 3], [2, 4, 3]], output: [2, 4, 3], trainableWeights: 10);

    [Test]
    public void Drops() => Check(() => new MultiHeadAttention(2, 3, dropout: 0.4, seed: 5), input: [[2, 3, 4], [2, 5, 4]], output: [2, 3, 4], trainableWeights: 8, training: true, random: true);

    [Test]
    public void AttendsOverSeveralAxes() => Check(() => new MultiHeadAttention(2, 3), input: [[2, 3, 2, 4], [2, 2, 3, 4]], output: [2, 3, 2, 4], trainableWeights: 8);

    [Test]
    public void AttendsOverAnAxis() => Check(
        () => new MultiHeadAttention(2, 3, attentionAxes: 2, outputShape: (2, 3)),
        input: [[2, 3, 2, 4], [2, 3, 4, 4]], output: [2, 3, 2, 2, 3], trainableWeights: 8);
}
