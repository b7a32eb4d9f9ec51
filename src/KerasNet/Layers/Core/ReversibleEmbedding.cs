using KerasNet.Constraints;
using KerasNet.Initializers;
using KerasNet.Internal;
using KerasNet.Quantizers;
using KerasNet.Regularizers;
using KerasNet.Saving;

namespace KerasNet.Layers;

/// <summary>An embedding that also goes back: from vectors to a number for each index, as a language model's output.</summary>
/// <remarks>Python: <c>keras.layers.ReversibleEmbedding</c>. Reversed, input <c>(batch, …, outputDim)</c>, output <c>(batch, …, inputDim)</c>. Source: Press and Wolf, 2016.</remarks>
/// <param name="inputDim">Number of indices: one more than the greatest.</param>
/// <param name="outputDim">Length of a vector.</param>
/// <param name="tieWeights">Whether the way back uses the transposed vectors; else it has weights of its own.</param>
/// <param name="embeddingsInitializer">First vectors; null: uniform.</param>
/// <param name="embeddingsRegularizer">Penalty of the vectors.</param>
/// <param name="embeddingsConstraint">Projection of the vectors.</param>
/// <param name="maskZero">Whether index 0 is padding, which is masked.</param>
/// <param name="reverseDtype">Type of the way back; null: as it comes.</param>
/// <param name="logitSoftCap">Bound of the way back's results: <c>tanh(x / cap) · cap</c>; null: none.</param>
/// <param name="loraRank">Rank of a low-rank addition that training changes instead of the vectors; null: there is none.</param>
/// <param name="loraAlpha">The addition is multiplied by alpha / rank; null: by 1.</param>
/// <param name="quantizationConfig">How the vectors are quantised, where <see cref="Layer.DType"/> says that they are; null: as the mode does it.</param>
/// <param name="activityRegularizer">Penalty of the output.</param>
public sealed class ReversibleEmbedding(
    int inputDim, int outputDim, bool tieWeights = true, Initializer? embeddingsInitializer = null, Regularizer? embeddingsRegularizer = null, Constraint? embeddingsConstraint = null,
    bool maskZero = false, DataType? reverseDtype = null, double? logitSoftCap = null, [OnlyWhenSet] int? loraRank = null, [OnlyWhenSet] double? loraAlpha = null,
    [OnlyWhenSet] QuantizationConfig? quantizationConfig = null, Regularizer? activityRegularizer = null)
    : Embedding(
        inputDim, outputDim, embeddingsInitializer, embeddingsRegularizer, embeddingsConstraint, maskZero, loraRank: loraRank, loraAlpha: loraAlpha, quantizationConfig: quantizationConfig,
        activityRegularizer: activityRegularizer)
{
    /// <summary>Whether the way back uses the transposed vectors.</summary>
    public bool TieWeights { get; } = tieWeights;

    /// <summary>Type of the way back.</summary>
    public DataType? ReverseDtype { get; } = reverseDtype;

    /// <summary>Bound of the way back's results.</summary>
    public double? LogitSoftCap { get; } = Require.Positive(logitSoftCap);

    /// <summary>Weights <c>(outputDim, inputDim)</c> of the way back; null where they are tied.</summary>
    [field: NotTracked]
    public KerasVariable? ReverseEmbeddings { get; internal set; }

    private protected override IReadOnlyList<KerasVariable> SavedFloats => ReverseEmbeddings is { } own ? [Embeddings, own] : [Embeddings];

    /// <summary>Calls the layer, in either direction.</summary>
    /// <param name="inputs">Indices; reversed: vectors.</param>
    /// <param name="reverse">Whether vectors become numbers for each index.</param>
    public Tensor Apply(Tensor inputs, bool reverse) =>
        Invoke(inputs, new CallArguments { Named = new Dictionary<string, object?> { ["reverse"] = reverse } }).Single();

    /// <inheritdoc/>
    protected override void Build(TensorShape input)
    {
        base.Build(input);
        ReverseEmbeddings = TieWeights || Form is not null ? ReverseEmbeddings : AddWeight("reverse_embeddings", [OutputDim, InputDim], EmbeddingsInitializer);
    }

    /// <inheritdoc/>
    protected override Tensor Call(Tensor x, CallContext context)
    {
        if (Form is not null || !context.Argument<bool>("reverse"))
        {
            return base.Call(x, context);
        }

        Require.MinRank(Name, x.Shape, 1, "…, outputDim");
        Require.Axis(Name, x.Shape, -1, OutputDim);
        Tensor kernel = ReverseEmbeddings is { } own ? own : Ops.Transpose(Floats);
        if (ReverseDtype is { } type)
        {
            (x, kernel) = (Ops.Cast(x, type), Ops.Cast(kernel, type));
        }

        var logits = Ops.MatMul(x, kernel);
        return LogitSoftCap is { } cap ? Ops.Tanh(logits / cap) * cap : logits;
    }

    /// <inheritdoc/>
    protected override IReadOnlyList<Tensor?> ComputeMasks(Tensors inputs, IReadOnlyList<Tensor?> masks) =>
        [CallContext.Current?.Argument<bool>("reverse") == true ? null : ComputeMask(inputs[0], null)];
}
