using KerasNet.Layers;

namespace KerasNet.Tests.EachLayer;

[TestFixtureSource(typeof(Backends), nameof(Backends.All))]
public sealed class AttentionTests(string backend) : LayerFixture<Attention>(backend)
{
    [Test]
    public void IsALayer() => Check(() => new Attention(), input: [[2, 3, 4], [2, 5, 4]], output: [2, 3, 4]);

    [Test]
    public void HasKeysAndAScale() => Check(() => new Attention(useScale: true), input: [[2, 3, 4], [2, 5, 6], [2, 5, 4]], output: [2, 3, 6], trainableWeights: 1);

    [Test]
    public void ScoresSums() => Check(
        () => new Attention(useScale: true, scoreMode: "concat"),
        input: [[2, 3, 4], [2, 5, 4]], output: [[2, 3, 4], [2, 3, 5]], trainableWeights: 2, arguments: new() { ["return_attention_scores"] = true });

    [Test]
    public void MasksAndLooksBack() => Check(() => new Attention(), input: [[2, 4, 3], [2, 4, 3]], output: [2, 4, 3], mask: true, arguments: new() { ["use_causal_mask"] = true }, differences: false);

    [Test]
    public void Drops() => Check(() => new Attention(dropout: 0.4, seed: 5), input: [[2, 3, 4], [2, 5, 4]], output: [2, 3, 4], training: true, random: true);
}
