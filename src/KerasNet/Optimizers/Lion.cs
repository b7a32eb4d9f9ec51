namespace KerasNet.Optimizers;

/// <summary>Steps of one size: only the sign of the averaged gradient counts.</summary>
/// <remarks>Python: <c>keras.optimizers.Lion</c>. Source: Chen et al., 2023.</remarks>
/// <param name="learningRate">A number or a schedule; null: 0.001.</param>
/// <param name="beta1">Share of the average in a step.</param>
/// <param name="beta2">Share of the old average in the new.</param>
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
public sealed class Lion(
    LearningRate? learningRate = null, double beta1 = 0.9, double beta2 = 0.99, double? weightDecay = null, double? clipnorm = null, double? clipvalue = null, double? globalClipnorm = null, bool useEma = false, double emaMomentum = 0.99, int? emaOverwriteFrequency = null, double? lossScaleFactor = null, int? gradientAccumulationSteps = null, string? name = null)
    : Optimizer(learningRate ?? 0.001, weightDecay, clipnorm, clipvalue, globalClipnorm, useEma, emaMomentum, emaOverwriteFrequency, lossScaleFactor, gradientAccumulationSteps, name)
{
    /// <summary>Share of the average in a step.</summary>
    [Saving.ConfigName("beta_1")]
    public double Beta1 { get; } = beta1 is > 0 and <= 1 ? beta1 : throw new ArgumentOutOfRangeException(nameof(beta1), $"Argument beta1 must be in the [0, 1] range. Otherwise, the optimizer degenerates to SignSGD. Received: beta1={beta1}.");

    /// <summary>Share of the old average in the new.</summary>
    [Saving.ConfigName("beta_2")]
    public double Beta2 { get; } = beta2;

    private IReadOnlyList<KerasVariable> _momentums = [];

    /// <inheritdoc/>
    protected override void BuildSlots(IReadOnlyList<KerasVariable> variables) =>
        _momentums = AddSlots(variables, "momentum");

    /// <inheritdoc/>
    protected override void UpdateStep(Tensor gradient, KerasVariable variable, Tensor learningRate)
    {
        var m = _momentums[IndexOf(variable)];
        var before = m.Value;
        Assign(variable, variable.Value - (learningRate * Ops.Sign((before * Beta1) + (gradient * (1.0 - Beta1)))));
        Assign(m, (before * Beta2) + (gradient * (1.0 - Beta2)));
    }
}
