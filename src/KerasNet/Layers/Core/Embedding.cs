using KerasNet.Constraints;
using KerasNet.Initializers;
using KerasNet.Internal;
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
/// <param name="activityRegularizer">Penalty of the output.</param>
/// <exception cref="ArgumentException">A size is not positive, or <paramref name="weights"/> has another shape.</exception>
public class Embedding(
    int inputDim, int outputDim, Initializer? embeddingsInitializer = null, Regularizer? embeddingsRegularizer = null, Constraint? embeddingsConstraint = null, bool maskZero = false,
    [NotInConfig] Tensor? weights = null, Regularizer? activityRegularizer = null) : Layer(activityRegularizer, autocast: false)
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

    /// <summary>The vectors <c>(inputDim, outputDim)</c>.</summary>
    public KerasVariable Embeddings { get => field ?? throw NotBuilt(); private set; }

    /// <inheritdoc/>
    protected override void Build(TensorShape input)
    {
        Embeddings = AddWeight("embeddings", [InputDim, OutputDim], EmbeddingsInitializer, EmbeddingsRegularizer, EmbeddingsConstraint);
        if (_first is not null)
        {
            Embeddings.Assign(_first);
            _first = null;
        }
    }

    /// <inheritdoc/>
    protected override Tensor Call(Tensor x, CallContext context)
    {
        var indices = x.DType is DataType.Int32 or DataType.Int64 ? x : Ops.Cast(x, DataType.Int32);
        return Ops.Cast(Ops.Take(Embeddings, indices, axis: 0), DType.ComputeDType);
    }

    /// <inheritdoc/>
    protected override Tensor? ComputeMask(Tensor x, Tensor? mask) => MaskZero ? Ops.NotEqual(x, 0) : null;
}
