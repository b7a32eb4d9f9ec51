using KerasNet.Constraints;
using KerasNet.Initializers;
using KerasNet.Internal;
using KerasNet.Regularizers;
using KerasNet.Saving;

namespace KerasNet.Layers;

/// <summary>Multi-head attention: several attentions over projections of query, key and value, joined by one more projection.</summary>
/// <remarks>
/// Python: <c>keras.layers.MultiHeadAttention</c>. Query <c>(batch, queries, features)</c>, value <c>(batch, values, features)</c>; output as the query, or with <c>outputShape</c> in place of
/// its features. Source: Vaswani et al., 2017, Attention is all you need.
/// </remarks>
/// <example><c>var (y, scores) = new Layers.MultiHeadAttention(numHeads: 2, keyDim: 16).Apply(x, x, returnAttentionScores: true, useCausalMask: true);</c></example>
/// <param name="numHeads">Number of heads.</param>
/// <param name="keyDim">Features of a head's query and key.</param>
/// <param name="valueDim">Features of a head's value; null: <paramref name="keyDim"/>.</param>
/// <param name="dropout">Fraction of the attention weights that is dropped in training.</param>
/// <param name="useBias">Whether the projections have a bias.</param>
/// <param name="outputShape">Shape of the output's features; null: those of the query.</param>
/// <param name="attentionAxes">Axes over which is attended; null: all but batch, heads and features.</param>
/// <param name="slidingWindow">How far a query sees in both directions, itself included; null: everywhere.</param>
/// <param name="flashAttention">Asks for a fused kernel that these backends do not have.</param>
/// <param name="kernelInitializer">First values of the kernels; null: glorot_uniform.</param>
/// <param name="biasInitializer">First values of the biases; null: zeros.</param>
/// <param name="kernelRegularizer">Penalty of the kernels.</param>
/// <param name="biasRegularizer">Penalty of the biases.</param>
/// <param name="activityRegularizer">Penalty of the outputs.</param>
/// <param name="kernelConstraint">Projection of the kernels after each update.</param>
/// <param name="biasConstraint">Projection of the biases after each update.</param>
/// <param name="useGate">Whether a sigmoid of the query gates the result.</param>
/// <param name="seed">Seed of the dropout; null: the next of the scope.</param>
public sealed class MultiHeadAttention(
    int numHeads, int keyDim, int? valueDim = null, double dropout = 0, bool useBias = true, TensorShape? outputShape = null, AxisList? attentionAxes = null, int? slidingWindow = null,
    [NotInConfig] bool? flashAttention = null, Initializer? kernelInitializer = null, Initializer? biasInitializer = null, Regularizer? kernelRegularizer = null,
    Regularizer? biasRegularizer = null, Regularizer? activityRegularizer = null, Constraint? kernelConstraint = null, Constraint? biasConstraint = null, bool useGate = false, int? seed = null)
    : ProjectedAttention(
        dropout, useBias, slidingWindow, flashAttention, kernelInitializer, biasInitializer, kernelRegularizer, biasRegularizer, activityRegularizer, kernelConstraint, biasConstraint, useGate, seed)
{
    private string _scores = string.Empty;
    private string _combination = string.Empty;

    /// <summary>Number of heads.</summary>
    public int NumHeads { get; } = Require.Positive(numHeads);

    /// <summary>Features of a head's query and key.</summary>
    public int KeyDim { get; } = Require.Positive(keyDim);

    /// <summary>Features of a head's value.</summary>
    public int ValueDim { get; } = Require.Positive(valueDim) ?? keyDim;

    /// <summary>Shape of the output's features; null: those of the query.</summary>
    public TensorShape? OutputShape { get; } = outputShape;

    /// <summary>Axes over which is attended; known when the layer is built.</summary>
    public int[]? AttentionAxes { get; private set; } = attentionAxes is null ? null : [.. attentionAxes];

    private protected override double Factor => 1 / Math.Sqrt(KeyDim);

    private protected override int MaskAxis => (-AttentionAxes!.Length * 2) - 1;

    private protected override EinsumDense Query(string name, TensorShape shape, string? activation) => Heads(name, shape, activation is null ? KeyDim : ValueDim, activation);

    private protected override EinsumDense Key(string name, TensorShape shape) => Heads(name, shape, name == "key" ? KeyDim : ValueDim, null);

    private protected override EinsumDense Result(string name, TensorShape query)
    {
        var features = OutputShape is { Rank: > 0 } given ? given : new TensorShape(query[^1]);
        var (equation, bias, _) = AttentionEquations.Projection(query.Rank - 1, 2, features.Rank);
        return Projection(name, equation, Free(query, features), bias, query[..^1].Concat([NumHeads, ValueDim]));
    }

    private protected override AxisList BuildAttention(int rank)
    {
        int[] axes = AttentionAxes is { } given ? [.. given.Select(a => a >= 0 ? a : rank - 1 + a)] : [.. Enumerable.Range(1, rank - 3)];
        if (axes.Length == 0 || axes.Any(a => a < 1 || a > rank - 3) || axes.Distinct().Count() != axes.Length)
        {
            throw new ArgumentException($"Layer '{Name}': `attention_axes` are axes of the value between batch and features, 1 to {rank - 3}. Received: attention_axes=({string.Join(", ", AttentionAxes ?? [])}).");
        }

        AttentionAxes = axes;
        (_scores, _combination, var scoresRank) = AttentionEquations.Attention(rank, axes);
        return Enumerable.Range(scoresRank - axes.Length, axes.Length).ToArray();
    }

    private protected override Tensor Scores(Tensor query, Tensor key) => Ops.Einsum(_scores, key, query);

    private protected override Tensor Combine(Tensor weights, Tensor value) => Ops.Einsum(_combination, weights, value);

    private EinsumDense Heads(string name, TensorShape shape, int size, string? activation)
    {
        var (equation, bias, _) = AttentionEquations.Projection(shape.Rank - 1, 1, 2);
        return Projection(name, equation, Free(shape, [NumHeads, size]), bias, shape, activation);
    }

    /// <summary>Unknown sizes between the batch axis and the last ones: they are the input's.</summary>
    private static TensorShape Free(TensorShape shape, TensorShape last) => new([.. Enumerable.Repeat(-1, shape.Rank - 2), .. last.Dims]);
}
