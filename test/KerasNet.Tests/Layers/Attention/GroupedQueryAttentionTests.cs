using KerasNet.Layers;

namespace KerasNet.Tests.EachLayer;

[TestFixtureSource(typeof(Backends), nameof(Backends.All))]
public sealed class GroupedQueryAttentionTests(string backend) : LayerFixture<GroupedQueryAttention>(backend)
{
    [Test]
    public void IsALayer() => Check(() => new GroupedQueryAttention(3, 4, 2), input: [[2, 3, 4], [2, 5, 4]], output: [2, 3, 4], trainableWeights: 8);

    [Test]
    public void GivesScores() => Check(
        () => new GroupedQueryAttention(3, 4, 2, useBias: false, useGate: true),
        input: [[2, 4, 3], [2, 4, 3]], output: [[2, 4, 3], [2, 4, 4, 4]], trainableWeights: 5, mask: true, arguments: new() { ["use_causal_mask"] = true, ["return_attention_scores"] = true });

    [Test]
    public void LooksBackThroughAWindow() => Check(
        () => new GroupedQueryAttention(2, 2, 1, slidingWindow: 2),
        input: [[2, 4, 3], [2, 4, 3]], output: [2, 4, 3], trainableWeights: 8, arguments: new() { ["use_causal_mask"] = true });

    [Test]
    public void Drops() => Check(
        () => new GroupedQueryAttention(2, 2, 1, dropout: 0.4, seed: 5),
        input: [[2, 4, 3], [2, 4, 3], [2, 4, 3]], output: [2, 4, 3], trainableWeights: 8, training: true, random: true, arguments: new() { ["attention_mask"] = new TensorShape(2, 4, 4) });
}
