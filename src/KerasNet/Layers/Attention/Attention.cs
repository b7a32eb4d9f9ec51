using KerasNet.Internal;

namespace KerasNet.Layers;

/// <summary>Dot-product attention (Luong): each query gets the mean of the values, weighted by how well their keys fit.</summary>
/// <remarks>
/// Python: <c>keras.layers.Attention</c>. Inputs <c>[query, value]</c> or <c>[query, value, key]</c>: query <c>(batch, queries, features)</c>, value <c>(batch, values, valueFeatures)</c>,
/// key <c>(batch, values, features)</c>; output <c>(batch, queries, valueFeatures)</c>. Source: Luong et al., 2015.
/// </remarks>
/// <param name="useScale">Whether a learned number scales the scores.</param>
/// <param name="scoreMode"><c>dot</c>: the product of query and key; <c>concat</c>: the hyperbolic tangent of their sum, summed.</param>
/// <param name="dropout">Fraction of the weights that is dropped in training.</param>
/// <param name="seed">Seed of the dropout; null: the next of the scope.</param>
public class Attention(bool useScale = false, string scoreMode = "dot", double dropout = 0, int? seed = null) : Layer
{
    /// <summary>Whether a learned number scales the scores.</summary>
    public bool UseScale { get; } = useScale;

    /// <summary><c>dot</c> or <c>concat</c>.</summary>
    public string ScoreMode { get; } = Require.OneOf(scoreMode, ["dot", "concat"]);

    /// <summary>Fraction of the weights that is dropped in training.</summary>
    public double Dropout { get; } = Require.Rate(dropout);

    /// <summary>Seed of the dropout.</summary>
    public int? Seed { get; } = seed;

    /// <inheritdoc/>
    public override bool SupportsMasking => true;

    /// <summary>Factor of the scores; null without one.</summary>
    public KerasVariable? Scale { get; private protected set; }

    /// <summary>Factor of the sum in mode <c>concat</c>; null in the other.</summary>
    public KerasVariable? ConcatScoreWeight { get; private set; }

    private SeedGenerator? Generator { get; } = dropout > 0 ? new SeedGenerator(seed) : null;

    /// <summary>Calls the layer on queries and values, and keys where they are not the values.</summary>
    /// <param name="inputs"><c>[query, value]</c> or <c>[query, value, key]</c>.</param>
    /// <param name="mask">True where a step counts: of the query <c>(batch, queries)</c>, then of the value <c>(batch, values)</c>; null: those that travel with the inputs.</param>
    /// <param name="training">True in training; null: as the layer that calls.</param>
    /// <param name="returnAttentionScores">Whether the weights <c>(batch, queries, values)</c> follow the output.</param>
    /// <param name="useCausalMask">Whether a query sees no later value.</param>
    /// <returns>The output, and with <paramref name="returnAttentionScores"/> the weights: <c>var (y, scores) = …</c></returns>
    public Tensors Apply(Tensors inputs, Tensors? mask = null, bool? training = null, bool returnAttentionScores = false, bool useCausalMask = false) => Invoke(inputs, new CallArguments
    {
        Masks = mask,
        Training = training,
        Named = AttentionCall.Named(("return_attention_scores", returnAttentionScores), ("use_causal_mask", useCausalMask)),
    });

    /// <inheritdoc/>
    protected sealed override void Build(IReadOnlyList<TensorShape> inputs)
    {
        if (inputs.Count is < 2 or > 3)
        {
            throw new ArgumentException($"{ClassName} layer '{Name}' accepts inputs list of length 2 or 3, namely [query, value] or [query, value, key]. Received length: {inputs.Count}.");
        }

        foreach (var shape in inputs)
        {
            Require.MinRank(Name, shape, 2, "batch, steps, features");
        }

        BuildWeights(inputs[0]);
    }

    /// <inheritdoc/>
    protected override Tensors Call(Tensors inputs, CallContext context)
    {
        var (query, value) = (inputs[0], inputs[1]);
        var scores = Scores(query, inputs.Count > 2 ? inputs[2] : value);
        var valueMask = context.Masks.ElementAtOrDefault(1) is { } given ? AttentionCall.StepMask(this, given, value) : null;
        var seen = valueMask is null ? null : Ops.ExpandDims(valueMask, -2);
        if (context.Argument<bool>("use_causal_mask"))
        {
            var causal = AttentionCall.Causal(scores, scores.Rank - 2, scores, scores.Rank - 1);
            seen = seen is null ? causal : Ops.LogicalAnd(seen, causal);
        }

        // 65504 is the greatest number of float16.
        scores = seen is null ? scores : Ops.Where(seen, scores, scores - (scores.DType == DataType.Float16 ? 65504.0 : 1e9));
        var weights = Ops.Softmax(scores);
        weights = context.Training && Generator is not null ? RandomOps.Dropout(weights, Dropout, null, Generator) : weights;
        var y = Ops.MatMul(weights, value);
        if (context.Masks.ElementAtOrDefault(0) is { } queryMask)
        {
            y = Ops.Where(Ops.ExpandDims(AttentionCall.StepMask(this, queryMask, query), -1), y, Ops.ZerosLike(y));
        }

        return context.Argument<bool>("return_attention_scores") ? new Tensors([y, weights]) : y;
    }

    /// <inheritdoc/>
    protected override IReadOnlyList<Tensor?> ComputeMasks(Tensors inputs, IReadOnlyList<Tensor?> masks) => [masks.ElementAtOrDefault(0), null];

    private protected virtual void BuildWeights(TensorShape query)
    {
        Scale = UseScale ? AddWeight("scale", TensorShape.Scalar, "ones") : null;
        ConcatScoreWeight = ScoreMode == "concat" ? AddWeight("concat_score_weight", TensorShape.Scalar, "ones") : null;
    }

    /// <summary>How well each key fits each query: <c>(batch, queries, values)</c>.</summary>
    private protected virtual Tensor Scores(Tensor query, Tensor key)
    {
        if (ConcatScoreWeight is null)
        {
            var product = Ops.MatMul(query, Ops.SwapAxes(key, -2, -1));
            return Scale is null ? product : product * Scale;
        }

        var sum = Pairs(query, key);
        return ConcatScoreWeight * Ops.Sum(Ops.Tanh(Scale is null ? sum : Scale * sum), axis: -1);
    }

    /// <summary>The sum of each query with each key.</summary>
    private protected static Tensor Pairs(Tensor query, Tensor key) => Ops.ExpandDims(query, -2) + Ops.ExpandDims(key, -3);
}
