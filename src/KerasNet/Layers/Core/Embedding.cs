using KerasNet.Constraints;
using KerasNet.Initializers;
using KerasNet.Internal;
using KerasNet.Regularizers;

namespace KerasNet.Layers;

/// <summary>Turns positive integers into vectors that are learned.</summary>
/// <remarks>Python: <c>keras.layers.Embedding</c>. Input <c>(batch, …)</c> of indices, output <c>(batch, …, outputDim)</c>.</remarks>
/// <param name="inputDim">Number of indices: one more than the greatest.</param>
/// <param name="outputDim">Length of a vector.</param>
/// <param name="embeddingsInitializer">First vectors; null: uniform.</param>
/// <param name="embeddingsRegularizer">Penalty of the vectors.</param>
/// <param name="embeddingsConstraint">Projection of the vectors.</param>
/// <param name="maskZero">Whether index 0 is padding, which is masked.</param>
public sealed class Embedding(
    int inputDim, int outputDim, Initializer? embeddingsInitializer = null, Regularizer? embeddingsRegularizer = null, Constraint? embeddingsConstraint = null, bool maskZero = false) : Layer
{
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
    protected override void Build(TensorShape input) =>
        Embeddings = AddWeight("embeddings", [InputDim, OutputDim], EmbeddingsInitializer, EmbeddingsRegularizer, EmbeddingsConstraint);

    /// <inheritdoc/>
    protected override Tensor Call(Tensor x, CallContext context) => Ops.Take(Embeddings, Ops.Cast(x, DataType.Int32), axis: 0);

    /// <inheritdoc/>
    protected override Tensor? ComputeMask(Tensor x, Tensor? mask) => MaskZero ? Ops.NotEqual(x, 0) : null;
}
