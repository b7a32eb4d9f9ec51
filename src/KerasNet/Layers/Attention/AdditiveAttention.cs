namespace KerasNet.Layers;

/// <summary>Additive attention (Bahdanau): the scores are <c>Σ scale · tanh(query + key)</c>.</summary>
/// <remarks>Python: <c>keras.layers.AdditiveAttention</c>. Inputs and output as of <see cref="Attention"/>. Source: Bahdanau et al., 2014.</remarks>
/// <param name="useScale">Whether learned numbers scale the features.</param>
/// <param name="dropout">Fraction of the weights that is dropped in training.</param>
/// <param name="seed">Seed of the dropout; null: the next of the scope.</param>
public sealed class AdditiveAttention(bool useScale = true, double dropout = 0, int? seed = null) : Attention(useScale, "dot", dropout, seed)
{
    private protected override void BuildWeights(TensorShape query) =>
        Scale = UseScale ? AddWeight("scale", Internal.Require.Known(Name, query, -1), "glorot_uniform") : null;

    private protected override Tensor Scores(Tensor query, Tensor key)
    {
        var y = Ops.Tanh(Pairs(query, key));
        return Ops.Sum(Scale is null ? y : Scale * y, axis: -1);
    }
}
