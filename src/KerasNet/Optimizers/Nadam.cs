namespace KerasNet.Optimizers;

/// <summary>Adam with Nesterov momentum.</summary>
/// <remarks>Python: <c>keras.optimizers.Nadam</c>. Source: Dozat, 2015.</remarks>
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
public sealed class Nadam(
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

    /// <summary>How fast the momentum grows: 1, and 0.004 in files of Keras before the optimizers of TF 2.11.</summary>
    internal double ScheduleDecay { get; set; } = 1;

    /// <summary>The product of all momentums so far; made by <see cref="Optimizer.Build"/>.</summary>
    internal KerasVariable? Product => _product;

    /// <summary>Sets the product: to a value of a file, or, where the file has none, to what the number of steps says.</summary>
    internal void RestoreProduct(Tensor? value)
    {
        var (product, steps) = (1.0, Iterations.ReadNow().ToDouble());
        for (var step = 1; step <= steps && product > 0 && value is null; step++)
        {
            var falling = Math.Pow(Decay, step * ScheduleDecay);
            if (falling < 1e-12)
            {
                // From here on every factor is beta 1.
                product *= Math.Pow(Beta1, steps - step + 1);
                break;
            }

            product *= Beta1 * (1 - (0.5 * falling));
        }

        _product!.Assign(value ?? RawOps.Scalar(product, _product.DType));
    }

    private const double Decay = 0.96;
    private IReadOnlyList<KerasVariable> _momentums = [];
    private IReadOnlyList<KerasVariable> _velocities = [];
    private KerasVariable? _product;

    /// <inheritdoc/>
    protected override void BuildSlots(IReadOnlyList<KerasVariable> variables)
    {
        (_momentums, _velocities) = AddSlots(variables, "momentum", "velocity");
        _product = new KerasVariable(RawOps.Scalar(1, variables[0].DType), trainable: false);
        Track(_product);
    }

    /// <inheritdoc/>
    protected override void UpdateShared(DataType dtype) => Assign(_product!, _product!.Value * Momentum("now", _product.DType, 0));

    /// <inheritdoc/>
    protected override void UpdateStep(Tensor gradient, KerasVariable variable, Tensor learningRate)
    {
        var dtype = variable.DType;
        var (m, v) = (_momentums[IndexOf(variable)], _velocities[IndexOf(variable)]);
        var now = Momentum("now", dtype, 0);
        var next = Momentum("next", dtype, 1);
        var product = Number("product", dtype, () => _product!.Value);
        var ofMomentum = Number("of momentum", dtype, () => next / (1 - (product * next)));
        var ofGradient = Number("of gradient", dtype, () => (1 - now) / (1 - product));
        var correction = Number("correction", dtype, () => 1 - Ops.Power(RawOps.Scalar(Beta2, dtype), LocalStep(dtype)));
        var momentum = m.Value + ((gradient - m.Value) * (1 - Beta1));
        var velocity = v.Value + ((Squared(gradient) - v.Value) * (1 - Beta2));
        Assign(m, momentum);
        Assign(v, velocity);
        var direction = (ofMomentum * momentum) + (ofGradient * gradient);
        Assign(variable, variable.Value - (direction * learningRate / (Ops.Sqrt(velocity / correction) + Epsilon)));
    }

    /// <summary>The momentum of this step or the next: it grows towards beta 1.</summary>
    private Tensor Momentum(string name, DataType dtype, int ahead) =>
        Number(name, dtype, () => Beta1 * (1.0 - (0.5 * Ops.Power(RawOps.Scalar(Decay, dtype), (LocalStep(dtype) + ahead) * ScheduleDecay))));
}
