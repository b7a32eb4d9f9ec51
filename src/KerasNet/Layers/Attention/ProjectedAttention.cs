using KerasNet.Constraints;
using KerasNet.Initializers;
using KerasNet.Internal;
using KerasNet.Regularizers;

namespace KerasNet.Layers;

/// <summary>What attention with learned projections shares: the call, the masks, the projections' options.</summary>
public abstract class ProjectedAttention : Layer
{
    private readonly bool _flash;
    private EinsumDense? _queryDense;
    private EinsumDense? _keyDense;
    private EinsumDense? _gateDense;
    private EinsumDense? _valueDense;
    private Softmax? _softmax;
    private Dropout? _dropoutLayer;
    private EinsumDense? _outputDense;

    private protected ProjectedAttention(
        double dropout, bool useBias, int? slidingWindow, bool? flashAttention, Initializer? kernelInitializer, Initializer? biasInitializer, Regularizer? kernelRegularizer,
        Regularizer? biasRegularizer, Regularizer? activityRegularizer, Constraint? kernelConstraint, Constraint? biasConstraint, bool useGate, int? seed)
        : base(activityRegularizer)
    {
        Dropout = Require.Rate(dropout);
        UseBias = useBias;
        SlidingWindow = Require.Positive(slidingWindow);
        _flash = flashAttention == true;
        KernelInitializer = kernelInitializer ?? "glorot_uniform";
        BiasInitializer = biasInitializer ?? "zeros";
        KernelRegularizer = kernelRegularizer;
        BiasRegularizer = biasRegularizer;
        KernelConstraint = kernelConstraint;
        BiasConstraint = biasConstraint;
        UseGate = useGate;
        Seed = seed;
        if (_flash && Dropout > 0)
        {
            throw new ArgumentException("Dropout is not supported when flash attention is enabled. Please set dropout to 0.0 to use flash attention.", nameof(flashAttention));
        }
    }

    /// <summary>Fraction of the attention weights that is dropped in training.</summary>
    public double Dropout { get; }

    /// <summary>Whether the projections have a bias.</summary>
    public bool UseBias { get; }

    /// <summary>How far a query sees in both directions, itself included; null: everywhere.</summary>
    public int? SlidingWindow { get; }

    /// <summary>First values of the kernels.</summary>
    public Initializer KernelInitializer { get; }

    /// <summary>First values of the biases.</summary>
    public Initializer BiasInitializer { get; }

    /// <summary>Penalty of the kernels.</summary>
    public Regularizer? KernelRegularizer { get; }

    /// <summary>Penalty of the biases.</summary>
    public Regularizer? BiasRegularizer { get; }

    /// <summary>Projection of the kernels after each update.</summary>
    public Constraint? KernelConstraint { get; }

    /// <summary>Projection of the biases after each update.</summary>
    public Constraint? BiasConstraint { get; }

    /// <summary>Whether a sigmoid of the query gates the result.</summary>
    public bool UseGate { get; }

    /// <summary>Seed of the dropout.</summary>
    public int? Seed { get; }

    /// <inheritdoc/>
    public override bool SupportsMasking => true;

    /// <summary>Projection of the query.</summary>
    public EinsumDense QueryDense => _queryDense ?? throw NotBuilt();

    /// <summary>Projection of the key.</summary>
    public EinsumDense KeyDense => _keyDense ?? throw NotBuilt();

    /// <summary>Projection of the value.</summary>
    public EinsumDense ValueDense => _valueDense ?? throw NotBuilt();

    /// <summary>Projection of the result.</summary>
    public EinsumDense OutputDense => _outputDense ?? throw NotBuilt();

    internal override bool TakesTensorsApart => true;

    /// <summary>Calls the layer.</summary>
    /// <param name="query">Query <c>(batch, queries, features)</c>.</param>
    /// <param name="value">Value <c>(batch, values, features)</c>.</param>
    /// <param name="key">Key <c>(batch, values, features)</c>; null: the value.</param>
    /// <param name="queryMask">True where a query counts. As in Keras 3.15 only the mask that travels with the query has an effect, so that this one is set on it.</param>
    /// <param name="valueMask">True where a value counts; null: the mask that travels with it.</param>
    /// <param name="keyMask">True where a key counts; null: the mask that travels with it.</param>
    /// <param name="attentionMask">True where a query may see a key, <c>(batch, queries, values)</c>.</param>
    /// <param name="returnAttentionScores">Whether the attention weights <c>(batch, heads, queries, values)</c> follow the output.</param>
    /// <param name="training">True in training; null: as the layer that calls.</param>
    /// <param name="useCausalMask">Whether a query sees no later value.</param>
    /// <returns>The output, and with <paramref name="returnAttentionScores"/> the weights: <c>var (y, scores) = …</c></returns>
    public Tensors Apply(
        Tensor query, Tensor value, Tensor? key = null, Tensor? queryMask = null, Tensor? valueMask = null, Tensor? keyMask = null, Tensor? attentionMask = null,
        bool returnAttentionScores = false, bool? training = null, bool useCausalMask = false) => Invoke(key is null ? new Tensors([query, value]) : new Tensors([query, value, key]), new CallArguments
        {
            Training = training,
            Named = AttentionCall.Named(
                ("query_mask", queryMask), ("value_mask", valueMask), ("key_mask", keyMask), ("attention_mask", attentionMask), ("return_attention_scores", returnAttentionScores),
                ("use_causal_mask", useCausalMask)),
        });

    /// <summary>A key that a file gives by name is the third input.</summary>
    internal override Tensors Invoke(Tensors inputs, CallArguments arguments)
    {
        if (arguments.Named.GetValueOrDefault("key") is Tensors key)
        {
            inputs = new Tensors([.. inputs, key.Single()]);
            arguments = arguments with { Named = arguments.Named.Where(p => p.Key != "key").ToDictionary(p => p.Key, p => p.Value) };
        }

        return inputs.Count is 2 or 3 ? base.Invoke(inputs, arguments)
            : throw new ArgumentException($"Layer '{Name}' ({ClassName}) is called on a query and a value, and a key where it is not the value. Received: {inputs.Count} tensor(s).");
    }

    /// <inheritdoc/>
    protected override void Build(IReadOnlyList<TensorShape> inputs)
    {
        var (query, value, key) = (inputs[0], inputs[1], inputs.Count > 2 ? inputs[2] : inputs[1]);
        foreach (var shape in inputs)
        {
            Require.MinRank(Name, shape, 3, "batch, steps, features");
        }

        if (value.Rank != key.Rank || !value[1..^1].IsCompatibleWith(key[1..^1]))
        {
            throw new ArgumentException($"Layer '{Name}': all dimensions of `value` and `key`, except the last one, must be equal. Received: value_shape={value} and key_shape={key}.");
        }

        _queryDense = Query("query", query, null);
        _keyDense = Key("key", key);
        _gateDense = UseGate ? Query("gate", query, "sigmoid") : null;
        _valueDense = Key("value", value);
        _softmax = new Softmax(BuildAttention(value.Rank + 1)) { DType = DType };
        _dropoutLayer = new Dropout(Dropout, seed: Seed) { DType = DType };
        _outputDense = Result("attention_output", query);
    }

    /// <inheritdoc/>
    protected override Tensors Call(Tensors inputs, CallContext context)
    {
        var (query, value, key) = (inputs[0], inputs[1], inputs.Count > 2 ? inputs[2] : inputs[1]);
        var (causal, wantScores) = (context.Argument<bool>("use_causal_mask"), context.Argument<bool>("return_attention_scores"));
        if (_flash && wantScores)
        {
            throw new ArgumentException($"Layer '{Name}': returning attention scores is not supported when flash attention is enabled. Please disable flash attention to access attention scores.");
        }

        var mask = Mask(inputs, context, causal);
        var gate = _gateDense?.Apply(query);
        var (q, k, v) = (QueryDense.Apply(query), Spread(KeyDense.Apply(key)), Spread(ValueDense.Apply(value)));
        var (y, scores) = Dropout > 0 || wantScores || q.Rank != 4 ? Explicit(q, k, v, mask) : (Fused(q, k, v, mask), null);
        y = OutputDense.Apply(gate is null ? y : y * gate);
        return wantScores ? new Tensors([y, scores!]) : y;
    }

    /// <inheritdoc/>
    protected override IReadOnlyList<Tensor?> ComputeMasks(Tensors inputs, IReadOnlyList<Tensor?> masks) => [masks.ElementAtOrDefault(0), null];

    /// <summary>The projection of the query to its heads, or its gate.</summary>
    private protected abstract EinsumDense Query(string name, TensorShape shape, string? activation);

    /// <summary>The projection of the key or the value to its heads.</summary>
    private protected abstract EinsumDense Key(string name, TensorShape shape);

    /// <summary>The projection of the heads to the output.</summary>
    private protected abstract EinsumDense Result(string name, TensorShape query);

    /// <summary>Works out the sums of attention over projected tensors of a rank, and gives the axes of the softmax.</summary>
    private protected abstract AxisList BuildAttention(int rank);

    /// <summary>Keys or values for all heads of the query.</summary>
    private protected virtual Tensor Spread(Tensor x) => x;

    /// <summary>The factor of the scores.</summary>
    private protected abstract double Factor { get; }

    /// <summary>Axis before which a mask gets axes until it has the scores' rank.</summary>
    private protected abstract int MaskAxis { get; }

    private protected abstract Tensor Scores(Tensor query, Tensor key);

    private protected abstract Tensor Combine(Tensor weights, Tensor value);

    private protected EinsumDense Projection(string name, string equation, TensorShape output, string biasAxes, TensorShape input, string? activation = null)
    {
        var dense = new EinsumDense(
            equation, output, activation ?? "linear", UseBias ? biasAxes : null, KernelInitializer.Clone(), BiasInitializer.Clone(), KernelRegularizer, BiasRegularizer, KernelConstraint, BiasConstraint,
            activityRegularizer: ActivityRegularizer) { Name = name, DType = DType };
        dense.BuildInside(input);
        return dense;
    }

    private Tensor Fused(Tensor query, Tensor key, Tensor value, Tensor? mask) =>
        Ops.DotProductAttention(query, key, value, mask: Raised(mask, 4), scale: Factor, flashAttention: _flash ? true : null);

    private (Tensor Output, Tensor? Scores) Explicit(Tensor query, Tensor key, Tensor value, Tensor? mask)
    {
        var scores = Scores(query * Factor, key);
        var raised = Raised(mask, scores.Rank);
        var weights = _softmax!.Apply(scores, mask: raised);
        return (Combine(Dropout > 0 ? _dropoutLayer!.Apply(weights) : weights, value), weights);
    }

    private Tensor? Raised(Tensor? mask, int rank)
    {
        if (mask is not null && mask.Rank > rank)
        {
            throw new ArgumentException($"Layer '{Name}': the attention mask has at most the rank of the scores, {rank}. Received: mask.shape={mask.Shape}. Expected (batch, queries, values).");
        }

        while (mask is not null && mask.Rank < rank)
        {
            mask = Ops.ExpandDims(mask, MaskAxis);
        }

        return mask;
    }

    /// <summary>All masks together, <c>(batch, queries, values)</c>; null without any.</summary>
    private Tensor? Mask(Tensors inputs, CallContext context, bool causal)
    {
        var (query, value) = (inputs[0], inputs[1]);
        List<Tensor> masks = [];
        if (context.Masks.ElementAtOrDefault(0) is { } queryMask)
        {
            masks.Add(Ops.ExpandDims(AttentionCall.StepMask(this, queryMask, query), -1));
        }

        foreach (var (name, at) in (ReadOnlySpan<(string, int)>)[("value_mask", 1), ("key_mask", 2)])
        {
            if ((context.Argument<Tensors>(name)?.Single() ?? context.Masks.ElementAtOrDefault(at)) is { } mask)
            {
                masks.Add(Ops.ExpandDims(AttentionCall.StepMask(this, mask, value), -2));
            }
        }

        if (causal)
        {
            masks.Add(AttentionCall.Causal(query, 1, value, 1));
        }

        if (SlidingWindow is { } size)
        {
            masks.Add(AttentionCall.Window(query, value, size));
        }

        if (context.Argument<Tensors>("attention_mask") is { } given)
        {
            masks.Insert(0, AttentionMask(given.Single(), query, value));
        }

        return masks.Count == 0 ? null : masks.Aggregate(Ops.LogicalAnd);
    }

    private Tensor AttentionMask(Tensor mask, Tensor query, Tensor value)
    {
        if (mask.Rank < 2)
        {
            throw new ArgumentException($"Layer '{Name}': `attention_mask` says for each query and each value whether it is seen: (batch, queries, values). Received: attention_mask.shape={mask.Shape} for query.shape={query.Shape}, value.shape={value.Shape}.");
        }

        return Ops.Cast(mask, DataType.Bool);
    }
}
