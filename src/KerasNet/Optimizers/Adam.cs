namespace KerasNet.Optimizers;

/// <summary>Adam: steps by moving averages of the gradient and of its square.</summary>
/// <remarks>Python: <c>keras.optimizers.Adam</c>. Source: Kingma and Ba, 2014.</remarks>
/// <param name="learningRate">A number or a schedule; null: 0.001.</param>
/// <param name="beta1">Share of the old average of gradients in the new.</param>
/// <param name="beta2">Share of the old average of squared gradients in the new.</param>
/// <param name="epsilon">Keeps divisions finite.</param>
/// <param name="amsgrad">Whether the largest average of squares so far is used.</param>
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
public class Adam(
    LearningRate? learningRate = null, double beta1 = 0.9, double beta2 = 0.999, double epsilon = 1e-7, bool amsgrad = false, double? weightDecay = null, double? clipnorm = null, double? clipvalue = null, double? globalClipnorm = null, bool useEma = false, double emaMomentum = 0.99, int? emaOverwriteFrequency = null, double? lossScaleFactor = null, int? gradientAccumulationSteps = null, string? name = null)
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

    /// <summary>Whether the largest average of squares so far is used.</summary>
    public bool Amsgrad { get; } = amsgrad;

    private IReadOnlyList<KerasVariable> _momentums = [];
    private IReadOnlyList<KerasVariable> _velocities = [];
    private IReadOnlyList<KerasVariable> _largest = [];

    /// <inheritdoc/>
    protected override void BuildSlots(IReadOnlyList<KerasVariable> variables)
    {
        (_momentums, _velocities) = AddSlots(variables, "momentum", "velocity");
        _largest = Amsgrad ? AddSlots(variables, "velocity_hat") : [];
    }

    /// <inheritdoc/>
    protected override void UpdateStep(Tensor gradient, KerasVariable variable, Tensor learningRate)
    {
        var dtype = variable.DType;
        var (m, v) = (_momentums[IndexOf(variable)], _velocities[IndexOf(variable)]);
        var rate = Number("alpha", dtype, () => learningRate * Ops.Sqrt(1 - Power(Beta2, dtype)) / (1 - Power(Beta1, dtype)));
        var momentum = m.Value + ((gradient - m.Value) * (1 - Beta1));
        var velocity = v.Value + ((Squared(gradient) - v.Value) * (1 - Beta2));
        Assign(m, momentum);
        Assign(v, velocity);
        if (Amsgrad)
        {
            var largest = _largest[IndexOf(variable)];
            velocity = Ops.Maximum(largest.Value, velocity);
            Assign(largest, velocity);
        }

        Assign(variable, variable.Value - (momentum * rate / (Ops.Sqrt(velocity) + Epsilon)));
    }

    private protected override bool UpdateFused(Tensor gradient, KerasVariable variable, Tensor learningRate)
    {
        var (i, dtype) = (IndexOf(variable), variable.DType);
        var (beta1, beta2, epsilon) = (RawOps.Scalar(Beta1, dtype), RawOps.Scalar(Beta2, dtype), RawOps.Scalar(Epsilon, dtype));
        if (Amsgrad)
        {
            RawOps.ResourceApplyAdamWithAmsgrad(variable, _momentums[i], _velocities[i], _largest[i], Power(Beta1, dtype), Power(Beta2, dtype), learningRate, beta1, beta2, epsilon, gradient);
        }
        else
        {
            RawOps.ResourceApplyAdam(variable, _momentums[i], _velocities[i], Power(Beta1, dtype), Power(Beta2, dtype), learningRate, beta1, beta2, epsilon, gradient);
        }

        return true;
    }

    private Tensor Power(double beta, DataType dtype) => Number($"power {beta}", dtype, () => Ops.Power(RawOps.Scalar(beta, dtype), LocalStep(dtype)));
}
