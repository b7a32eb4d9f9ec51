namespace KerasNet.Optimizers;

/// <summary>AdamW that needs no learning rate schedule: the weights are an average of those that it steps.</summary>
/// <remarks>Python: <c>keras.optimizers.ScheduleFreeAdamW</c>. Source: Defazio et al., 2024.</remarks>
/// <param name="learningRate">A number or a schedule; null: 0.0025.</param>
/// <param name="beta1">Share of the old average of gradients in the new.</param>
/// <param name="beta2">Share of the old average of squared gradients in the new.</param>
/// <param name="epsilon">Keeps divisions finite.</param>
/// <param name="warmupSteps">Steps in which the learning rate rises.</param>
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
public sealed class ScheduleFreeAdamW(
    LearningRate? learningRate = null, double beta1 = 0.9, double beta2 = 0.999, double epsilon = 1e-8, int warmupSteps = 0, double? weightDecay = null, double? clipnorm = null, double? clipvalue = null, double? globalClipnorm = null, bool useEma = false, double emaMomentum = 0.99, int? emaOverwriteFrequency = null, double? lossScaleFactor = null, int? gradientAccumulationSteps = null, string? name = null)
    : Optimizer(learningRate ?? 0.0025, weightDecay, clipnorm, clipvalue, globalClipnorm, useEma, emaMomentum, emaOverwriteFrequency, lossScaleFactor, gradientAccumulationSteps, name)
{
    /// <summary>Share of the old average of gradients in the new.</summary>
    [Saving.ConfigName("beta_1")]
    public double Beta1 { get; } = beta1;

    /// <summary>Share of the old average of squared gradients in the new.</summary>
    [Saving.ConfigName("beta_2")]
    public double Beta2 { get; } = beta2;

    /// <summary>Keeps divisions finite.</summary>
    public double Epsilon { get; } = epsilon;

    /// <summary>Steps in which the learning rate rises.</summary>
    public int WarmupSteps { get; } = warmupSteps;

    private IReadOnlyList<KerasVariable> _momentums = [];
    private IReadOnlyList<KerasVariable> _velocities = [];

    /// <inheritdoc/>
    protected override void BuildSlots(IReadOnlyList<KerasVariable> variables)
    {
        (_momentums, _velocities) = AddSlots(variables, "momentum", "velocity");
        foreach (var (slot, variable) in _momentums.Zip(variables))
        {
            slot.Assign(variable.ReadNow());
        }
    }

    /// <inheritdoc/>
    protected override void UpdateStep(Tensor gradient, KerasVariable variable, Tensor learningRate)
    {
        var dtype = variable.DType;
        var (m, v) = (_momentums[IndexOf(variable)], _velocities[IndexOf(variable)]);
        var step = LocalStep(dtype);
        var rate = Number("warm rate", dtype, () => WarmupSteps > 0 ? learningRate * Ops.Minimum(step / (double)WarmupSteps, 1.0) : learningRate);
        var correction = Number("correction", dtype, () => 1 - Ops.Power(RawOps.Scalar(Beta2, dtype), step));
        var weight = Number("weight", dtype, () => 1.0 / step);
        var velocity = v.Value + ((Squared(gradient) - v.Value) * (1 - Beta2));
        var after = m.Value - (rate * gradient / (Ops.Sqrt(velocity / correction) + Epsilon));

        // Keras takes the new momentum here, where the paper has the old one.
        var average = (variable.Value - ((1 - Beta1) * after)) / Beta1;
        average = ((1 - weight) * average) + (weight * after);
        Assign(v, velocity);
        Assign(m, after);
        Assign(variable, ((1 - Beta1) * after) + (Beta1 * average));
    }
}
