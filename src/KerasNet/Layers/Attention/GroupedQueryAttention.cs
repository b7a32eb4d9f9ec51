using KerasNet.Constraints;
using KerasNet.Initializers;
using KerasNet.Internal;
using KerasNet.Regularizers;
using KerasNet.Saving;

namespace KerasNet.Layers;

/// <summary>Attention whose keys and values have fewer heads than the queries: each serves a group of them.</summary>
/// <remarks>Python: <c>keras.layers.GroupQueryAttention</c>, the name that stands in files; summaries have the class's own. Inputs and output as of <see cref="MultiHeadAttention"/>. Source: Ainslie et al., 2023.</remarks>
/// <param name="headDim">Features of a head.</param>
/// <param name="numQueryHeads">Heads of the query; a multiple of those of key and value.</param>
/// <param name="numKeyValueHeads">Heads of key and value.</param>
/// <param name="dropout">Fraction of the attention weights that is dropped in training.</param>
/// <param name="useBias">Whether the projections have a bias.</param>
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
/// <exception cref="ArgumentException">A size is not positive, or the query's heads are no multiple of the others.</exception>
public class GroupedQueryAttention(
    int headDim, int numQueryHeads, int numKeyValueHeads, double dropout = 0, bool useBias = true, int? slidingWindow = null, [NotInConfig] bool? flashAttention = null,
    Initializer? kernelInitializer = null, Initializer? biasInitializer = null, Regularizer? kernelRegularizer = null, Regularizer? biasRegularizer = null,
    Regularizer? activityRegularizer = null, Constraint? kernelConstraint = null, Constraint? biasConstraint = null, bool useGate = false, int? seed = null)
    : ProjectedAttention(
        dropout, useBias, slidingWindow, flashAttention, kernelInitializer, biasInitializer, kernelRegularizer, biasRegularizer, activityRegularizer, kernelConstraint, biasConstraint, useGate, seed)
{
    /// <summary>Features of a head.</summary>
    public int HeadDim { get; } = Require.Positive(headDim);

    /// <summary>Heads of the query.</summary>
    public int NumQueryHeads { get; } = Require.Positive(numQueryHeads) % Require.Positive(numKeyValueHeads) == 0 ? numQueryHeads
        : throw new ArgumentException($"`num_query_heads` must be divisible by `num_key_value_heads`. Received: num_query_heads={numQueryHeads}, num_key_value_heads={numKeyValueHeads}.", nameof(numQueryHeads));

    /// <summary>Heads of key and value.</summary>
    public int NumKeyValueHeads { get; } = numKeyValueHeads;

    internal override string FileClassName => nameof(GroupQueryAttention);

    private protected override double Factor => 1 / Math.Sqrt(HeadDim);

    private protected override int MaskAxis => -3;

    internal override Tensors Invoke(Tensors inputs, CallArguments arguments)
    {
        // Keras checks this where it works out shapes, so in functional models only.
        if (inputs.Count > 1 && inputs.Any(t => t.IsKeras) && inputs[0].Shape[^1] != inputs[1].Shape[^1])
        {
            throw new ArgumentException($"Layer '{Name}': the last dimension of `query_shape` and `value_shape` must be equal, but are {inputs[0].Shape[^1]}, {inputs[1].Shape[^1]}. Received: query_shape={inputs[0].Shape}, value_shape={inputs[1].Shape}.");
        }

        return base.Invoke(inputs, arguments);
    }

    /// <inheritdoc/>
    protected override void Build(IReadOnlyList<TensorShape> inputs)
    {
        foreach (var shape in inputs)
        {
            Require.Rank(Name, shape, 3, "batch, steps, features");
        }

        base.Build(inputs);
    }

    private protected override EinsumDense Query(string name, TensorShape shape, string? activation) =>
        Projection(name, "bqm,muh->bquh", new TensorShape(-1, NumQueryHeads, HeadDim), "uh", shape, activation);

    private protected override EinsumDense Key(string name, TensorShape shape) =>
        Projection(name, "bkm,mvh->bkvh", new TensorShape(-1, NumKeyValueHeads, HeadDim), "vh", shape);

    private protected override EinsumDense Result(string name, TensorShape query) =>
        Projection(name, "bquh,uhm->bqm", new TensorShape(-1, query[^1]), "m", new TensorShape(-1, -1, NumQueryHeads, HeadDim));

    private protected override AxisList BuildAttention(int rank) => -1;

    private protected override Tensor Spread(Tensor x) => NumQueryHeads == NumKeyValueHeads ? x : Ops.Repeat(x, NumQueryHeads / NumKeyValueHeads, axis: 2);

    private protected override Tensor Scores(Tensor query, Tensor key) => Ops.Einsum("bquh,bkuh->buqk", query, key);

    private protected override Tensor Combine(Tensor weights, Tensor value) => Ops.Einsum("buqk,bkuh->bquh", weights, value);
}
