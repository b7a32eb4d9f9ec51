namespace KerasNet.Optimizers;

/// <summary>Adam whose steps are scaled by the size of each weight: for big batches.</summary>
/// <remarks>Python: <c>keras.optimizers.Lamb</c>. Source: You et al., 2019.</remarks>
/// <param name="learningRate">A number or a schedule; null: 0.001.</param>
/// <param name="beta1">Share of the old average of gradients in the new.</param>
/// <param name="beta2">Share of the old average of squared gradients in the new.</param>
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
public sealed class Lamb(
    LearningRate? learningRate = null, double beta1 = 0.9, double beta2 = 0.999, double epsilon = 1e-7, double? weightDecay = null, double? clipnorm = null, double? clipvalue = null, double? globalClipnorm = null, bool useEma = false, double emaMomentum = 0.99, int? emaOverwriteFrequency = null, double? lossScaleFactor = null, int? gradientAccumulationSteps = null, string? name = null)
    : Optimizer(learningRate ?? 0.001, weightDecay, clipnorm, clipvalue, globalClipnorm, useEma, emaMomentum, emaOverwriteFrequency, lossScaleFactor, gradientAccumulationSteps, name)
{
    /// <summary>Share of the old average of gradients in the new.</summary>
    [Saving.ConfigName("beta_1")]
    public double Beta1 { get; } = beta1;

    /// <summary>Share of the old average of squared gradients in the new.</summary>
    [Saving.ConfigName("beta_2")]
    public double Beta2 { get; } = beta2;

    /// <summary>Keeps divisions finite.</summary>
    public double Epsilon { get; } = epsilon;

    private IReadOnlyList<KerasVariable> _momentums = [];
    private IReadOnlyList<KerasVariable> _velocities = [];

    /// <inheritdoc/>
    protected override void BuildSlots(IReadOnlyList<KerasVariable> variables) =>
        (_momentums, _velocities) = AddSlots(variables, "momentum", "velocity");

    /// <inheritdoc/>
    protected override void UpdateStep(Tensor gradient, KerasVariable variable, Tensor learningRate)
    {
        var dtype = variable.DType;
        var (m, v) = (_momentums[IndexOf(variable)], _velocities[IndexOf(variable)]);
        var first = Number("first", dtype, () => 1.0 - Ops.Power(RawOps.Scalar(Beta1, dtype), LocalStep(dtype)));
        var second = Number("second", dtype, () => 1.0 - Ops.Power(RawOps.Scalar(Beta2, dtype), LocalStep(dtype)));
        var momentum = m.Value + ((gradient - m.Value) * (1 - Beta1));
        var velocity = v.Value + ((Squared(gradient) - v.Value) * (1 - Beta2));
        Assign(m, momentum);
        Assign(v, velocity);
        var update = momentum / first / (Ops.Sqrt(velocity / second) + Epsilon);
        var (size, length) = (Ops.Sqrt(Ops.Sum(Ops.Square(variable.Value))), Ops.Sqrt(Ops.Sum(Ops.Square(update))));
        var one = RawOps.Scalar(1, dtype);
        var ratio = Ops.Where(Ops.LogicalAnd(size > 0, length > 0), size / length, one);
        Assign(variable, variable.Value - (ratio * learningRate * update));
    }
}
