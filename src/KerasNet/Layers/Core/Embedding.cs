using KerasNet.Constraints;
using KerasNet.Initializers;
using KerasNet.Internal;
using KerasNet.Quantizers;
using KerasNet.Regularizers;
using KerasNet.Saving;

namespace KerasNet.Layers;

/// <summary>Turns positive integers into vectors that are learned.</summary>
/// <remarks>Python: <c>keras.layers.Embedding</c>. Input <c>(batch, …)</c> of indices, output <c>(batch, …, outputDim)</c>.</remarks>
/// <param name="inputDim">Number of indices: one more than the greatest.</param>
/// <param name="outputDim">Length of a vector.</param>
/// <param name="embeddingsInitializer">First vectors; null: uniform.</param>
/// <param name="embeddingsRegularizer">Penalty of the vectors.</param>
/// <param name="embeddingsConstraint">Projection of the vectors.</param>
/// <param name="maskZero">Whether index 0 is padding, which is masked.</param>
/// <param name="weights">First vectors as numbers <c>(inputDim, outputDim)</c>, instead of the initializer's.</param>
/// <param name="loraRank">Rank of a low-rank addition that training changes instead of the vectors; null: there is none.</param>
/// <param name="loraAlpha">The addition is multiplied by alpha / rank; null: by 1.</param>
/// <param name="quantizationConfig">How the vectors are quantised, where <see cref="Layer.DType"/> says that they are; null: as the mode does it.</param>
/// <param name="activityRegularizer">Penalty of the output.</param>
/// <exception cref="ArgumentException">A size is not positive, or <paramref name="weights"/> has another shape.</exception>
public class Embedding(
    int inputDim, int outputDim, Initializer? embeddingsInitializer = null, Regularizer? embeddingsRegularizer = null, Constraint? embeddingsConstraint = null, bool maskZero = false,
    [NotInConfig] Tensor? weights = null, [OnlyWhenSet] int? loraRank = null, [OnlyWhenSet] double? loraAlpha = null, [OnlyWhenSet] QuantizationConfig? quantizationConfig = null, Regularizer? activityRegularizer = null)
    : AdaptedLayer(activityRegularizer, autocast: false, loraRank, loraAlpha, quantizationConfig)
{
    private Tensor? _first = weights is null || weights.Shape == new TensorShape(inputDim, outputDim) ? weights
        : throw new ArgumentException($"Embedding: `weights` must have the shape (inputDim, outputDim) = ({inputDim}, {outputDim}). Received: weights.shape={weights.Shape}.", nameof(weights));

    /// <summary>Number of indices.</summary>
    public int InputDim { get; } = Require.Positive(inputDim);

    /// <summary>Length of a vector.</summary>
    public int OutputDim { get; } = Require.Positive(outputDim);

    /// <summary>First vectors.</summary>
    public Initializer EmbeddingsInitializer { get; } = embeddingsInitializer ?? "uniform";

    /// <summary>Penalty of the vectors.</summary>
    public Regularizer? EmbeddingsRegularizer { get; } = embeddingsRegularizer;

    /// <summary>Projection of the vectors.</summary>
    public Constraint? EmbeddingsConstraint { get; } = embeddingsConstraint;

    /// <summary>Whether index 0 is padding.</summary>
    public bool MaskZero { get; } = maskZero;

    /// <inheritdoc/>
    public override bool SupportsMasking => MaskZero;

    /// <summary>The vectors <c>(inputDim, outputDim)</c>, as they are kept: quantised ones in integers.</summary>
    [field: NotTracked]
    public KerasVariable Embeddings { get => field ?? throw NotBuilt(); private set; }

    internal override KerasVariable AdaptedKernel { get => Embeddings; set => Embeddings = value; }

    internal override TensorShape AdaptedShape => new(InputDim, OutputDim);

    /// <summary>The vectors in floats, with a low-rank addition.</summary>
    private protected Tensor Floats => Lora is { } lora ? lora.Merged(Embeddings, Policy.ComputeDType) : Embeddings;

    private protected override IReadOnlyList<KerasVariable> SavedFloats => [Embeddings];

    private protected override Regularizer? AdaptedRegularizer => EmbeddingsRegularizer;

    private protected override bool HasConstraint => EmbeddingsConstraint is not null;

    /// <inheritdoc/>
    protected override void Build(TensorShape input)
    {
        Form = EmbeddingForm.New(this, QuantizationMode, QuantizationConfig);
        if (Form is null)
        {
            Embeddings = AddWeight("embeddings", [InputDim, OutputDim], EmbeddingsInitializer, EmbeddingsRegularizer, EmbeddingsConstraint);
        }

        AddGivenLora();
        if (_first is not null)
        {
            if (Form is not null)
            {
                throw new ArgumentException($"Layer '{Name}': `weights` are floats, but with dtype='{Policy.Name}' vectors are integers. Make the layer in floats and call Quantize.");
            }

            Embeddings.Assign(_first);
            _first = null;
        }
    }

    /// <inheritdoc/>
    protected override Tensor Call(Tensor x, CallContext context)
    {
        if (Form is not null)
        {
            return Form.Call(x, context);
        }

        var indices = x.DType is DataType.Int32 or DataType.Int64 ? x : Ops.Cast(x, DataType.Int32);
        return Ops.Cast(Ops.Take(Floats, indices, axis: 0), Policy.ComputeDType);
    }

    private protected override QuantizedForm QuantizeAs(QuantizationConfig config) => EmbeddingForm.Of(this, config);

    /// <inheritdoc/>
    protected override Tensor? ComputeMask(Tensor x, Tensor? mask) => MaskZero ? Ops.NotEqual(x, 0) : null;
}
