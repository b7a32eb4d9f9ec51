namespace KerasNet.Optimizers;

/// <summary>Steps divided by the size of all gradients so far: what changes seldom changes more.</summary>
/// <remarks>Python: <c>keras.optimizers.Adagrad</c>. Source: Duchi et al., 2011.</remarks>
/// <param name="learningRate">A number or a schedule; null: 0.001.</param>
/// <param name="initialAccumulatorValue">First value of the sum of squares.</param>
/// <param name="epsilon">Keeps divisions finite.</param>
/// <param name="weightDecay">Share of each weight that is taken away per step, times the learning rate.</param>
/// <param name="clipnorm">Largest norm of each gradient.</param>
/// <param name="clipvalue">Largest absolute value in gradients.</param>
/// <param name="globalClipnorm">Largest norm of all gradients together.</param>
/// <param name="useEma">Whether a moving average of the weights is kept.</param>
/// <param name="emaMomentum">Share of the old average in the new.</param>
/// <param name="emaOverwriteFrequency">Steps after which the weights become their average; null: only at the end.</param>
/// <param name="lossScaleFactor">Factor of the loss and divisor of the gradients, for float16.</param>
/// <param name="gradientAccumulationSteps">Batches whose gradients make one update.</param>
/// <param name="name">Name; null: the next automatic one.</param>
public sealed class Adagrad(
    LearningRate? learningRate = null, double initialAccumulatorValue = 0.1, double epsilon = 1e-7, double? weightDecay = null, double? clipnorm = null, double? clipvalue = null, double? globalClipnorm = null, bool useEma = false, double emaMomentum = 0.99, int? emaOverwriteFrequency = null, double? lossScaleFactor = null, int? gradientAccumulationSteps = null, string? name = null)
    : Optimizer(learningRate ?? 0.001, weightDecay, clipnorm, clipvalue, globalClipnorm, useEma, emaMomentum, emaOverwriteFrequency, lossScaleFactor, gradientAccumulationSteps, name)
{
    /// <summary>First value of the sum of squares.</summary>
    public double InitialAccumulatorValue { get; } = initialAccumulatorValue;

    /// <summary>Keeps divisions finite.</summary>
    public double Epsilon { get; } = epsilon;

    private IReadOnlyList<KerasVariable> _accumulators = [];

    /// <summary>Whether epsilon is added to the root and not under it: in files of Keras before tf.keras.</summary>
    internal bool EpsilonOutside { get; set; }

    /// <inheritdoc/>
    protected override void BuildSlots(IReadOnlyList<KerasVariable> variables) =>
        _accumulators = AddSlots(variables, "accumulator", new Initializers.Constant(InitialAccumulatorValue));

    /// <inheritdoc/>
    protected override void UpdateStep(Tensor gradient, KerasVariable variable, Tensor learningRate)
    {
        var slot = _accumulators[IndexOf(variable)];
        var sum = slot.Value + Squared(gradient);
        Assign(slot, sum);
        Assign(variable, variable.Value - (learningRate * gradient / (EpsilonOutside ? Ops.Sqrt(sum) + Epsilon : Ops.Sqrt(sum + Epsilon))));
    }
}
