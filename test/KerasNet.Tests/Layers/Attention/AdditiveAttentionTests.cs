using KerasNet.Layers;

namespace KerasNet.Tests.EachLayer;

[TestFixtureSource(typeof(Backends), nameof(Backends.All))]
public sealed class AdditiveAttentionTests(string backend) : LayerFixture<AdditiveAttention>(backend)
{
    [Test]
    public void IsALayer() => Check(() => new AdditiveAttention(), input: [[2, 3, 4], [2, 5, 4]], output: [2, 3, 4], trainableWeights: 1);

    [Test]
    public void HasNoScale() => Check(
        () => new AdditiveAttention(useScale: false),
        input: [[2, 3, 4], [2, 5, 6], [2, 5, 4]], output: [[2, 3, 6], [2, 3, 5]], arguments: new() { ["return_attention_scores"] = true }, mask: true);

    [Test]
    public void Drops() => Check(
        () => new AdditiveAttention(dropout: 0.4, seed: 5),
        input: [[2, 3, 4], [2, 5, 4]], output: [2, 3, 4], trainableWeights: 1, training: true, random: true, arguments: new() { ["use_causal_mask"] = true });
}
