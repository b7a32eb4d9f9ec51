namespace KerasNet.Optimizers;

/// <summary>Adam with the largest gradient instead of the average of squares.</summary>
/// <remarks>Python: <c>keras.optimizers.Adamax</c>. Source: Kingma and Ba, 2014.</remarks>
/// <param name="learningRate">A number or a schedule; null: 0.001.</param>
/// <param name="beta1">Share of the old average of gradients in the new.</param>
/// <param name="beta2">How fast the largest gradient is forgotten.</param>
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
public sealed class Adamax(
    LearningRate? learningRate = null, double beta1 = 0.9, double beta2 = 0.999, double epsilon = 1e-7, double? weightDecay = null, double? clipnorm = null, double? clipvalue = null, double? globalClipnorm = null, bool useEma = false, double emaMomentum = 0.99, int? emaOverwriteFrequency = null, double? lossScaleFactor = null, int? gradientAccumulationSteps = null, string? name = null)
    : Optimizer(learningRate ?? 0.001, weightDecay, clipnorm, clipvalue, globalClipnorm, useEma, emaMomentum, emaOverwriteFrequency, lossScaleFactor, gradientAccumulationSteps, name)
{
    /// <summary>Share of the old average of gradients in the new.</summary>
    [Saving.ConfigName("beta_1")]
    public double Beta1 { get; } = beta1;

    /// <summary>How fast the largest gradient is forgotten.</summary>
    [Saving.ConfigName("beta_2")]
    public double Beta2 { get; } = beta2;

    /// <summary>Keeps divisions finite.</summary>
    public double Epsilon { get; } = epsilon;

    private IReadOnlyList<KerasVariable> _momentums = [];
    private IReadOnlyList<KerasVariable> _norms = [];

    /// <inheritdoc/>
    protected override void BuildSlots(IReadOnlyList<KerasVariable> variables) =>
        (_momentums, _norms) = AddSlots(variables, "momentum", "norm");

    /// <inheritdoc/>
    protected override void UpdateStep(Tensor gradient, KerasVariable variable, Tensor learningRate)
    {
        var dtype = variable.DType;
        var (m, u) = (_momentums[IndexOf(variable)], _norms[IndexOf(variable)]);
        var rate = Number("alpha", dtype, () => learningRate / (1 - Power(dtype)));
        var momentum = m.Value + ((gradient - m.Value) * (1 - Beta1));
        var norm = Ops.Maximum(Beta2 * u.Value, Ops.Abs(gradient));
        Assign(m, momentum);
        Assign(u, norm);
        Assign(variable, variable.Value - (rate * momentum / (norm + Epsilon)));
    }

    private protected override bool UpdateFused(Tensor gradient, KerasVariable variable, Tensor learningRate)
    {
        var (i, dtype) = (IndexOf(variable), variable.DType);
        RawOps.ResourceApplyAdaMax(variable, _momentums[i], _norms[i], Power(dtype), learningRate, RawOps.Scalar(Beta1, dtype), RawOps.Scalar(Beta2, dtype), RawOps.Scalar(Epsilon, dtype), gradient);
        return true;
    }

    private Tensor Power(DataType dtype) => Number("power", dtype, () => Ops.Power(RawOps.Scalar(Beta1, dtype), LocalStep(dtype)));
}
