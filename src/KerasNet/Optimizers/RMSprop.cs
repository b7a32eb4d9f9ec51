namespace KerasNet.Optimizers;

/// <summary>Steps divided by a moving average of the gradient's size.</summary>
/// <remarks>Python: <c>keras.optimizers.RMSprop</c>. Source: Hinton, 2012.</remarks>
/// <param name="learningRate">A number or a schedule; null: 0.001.</param>
/// <param name="rho">Share of the old average in the new.</param>
/// <param name="momentum">Share of the last update that is kept.</param>
/// <param name="epsilon">Keeps divisions finite.</param>
/// <param name="centered">Whether the variance is used instead of the square.</param>
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
public sealed class RMSprop(
    LearningRate? learningRate = null, double rho = 0.9, double momentum = 0.0, double epsilon = 1e-7, bool centered = false, double? weightDecay = null, double? clipnorm = null, double? clipvalue = null, double? globalClipnorm = null, bool useEma = false, double emaMomentum = 0.99, int? emaOverwriteFrequency = null, double? lossScaleFactor = null, int? gradientAccumulationSteps = null, string? name = null)
    : Optimizer(learningRate ?? 0.001, weightDecay, clipnorm, clipvalue, globalClipnorm, useEma, emaMomentum, emaOverwriteFrequency, lossScaleFactor, gradientAccumulationSteps, name)
{
    /// <summary>Share of the old average in the new.</summary>
    public double Rho { get; } = rho;

    /// <summary>Share of the last update that is kept.</summary>
    public double Momentum { get; } = momentum;

    /// <summary>Keeps divisions finite.</summary>
    public double Epsilon { get; } = epsilon;

    /// <summary>Whether epsilon is added to the root and not under it: in files of Keras before the optimizers of TF 2.11.</summary>
    internal bool EpsilonOutside { get; set; }

    /// <summary>Whether the variance is used instead of the square.</summary>
    public bool Centered { get; } = centered;

    private readonly Dictionary<KerasVariable, KerasVariable> _lastSteps = [];
    private IReadOnlyList<KerasVariable> _velocities = [];
    private IReadOnlyList<KerasVariable> _momentums = [];
    private IReadOnlyList<KerasVariable> _averages = [];

    /// <inheritdoc/>
    protected override void BuildSlots(IReadOnlyList<KerasVariable> variables)
    {
        _velocities = AddSlots(variables, "velocity");
        _momentums = Momentum > 0 ? AddSlots(variables, "momentum") : [];
        _averages = Centered ? AddSlots(variables, "average_gradient") : [];
    }

    /// <inheritdoc/>
    protected override void UpdateStep(Tensor gradient, KerasVariable variable, Tensor learningRate)
    {
        var i = IndexOf(variable);
        var velocity = (Rho * _velocities[i].Value) + ((1 - Rho) * Squared(gradient));
        Assign(_velocities[i], velocity);
        if (Centered)
        {
            var average = (Rho * _averages[i].Value) + ((1 - Rho) * gradient);
            Assign(_averages[i], average);
            velocity -= Ops.Square(average);
        }

        var step = learningRate * gradient / (EpsilonOutside ? Ops.Sqrt(velocity) + Epsilon : Ops.Sqrt(velocity + Epsilon));
        if (Momentum > 0)
        {
            step = (Momentum * _momentums[i].Value) + step;
            Assign(_momentums[i], step);
        }

        Assign(variable, variable.Value - step);
    }

    private protected override bool UpdateFused(Tensor gradient, KerasVariable variable, Tensor learningRate)
    {
        if (EpsilonOutside)
        {
            return false;
        }

        var (i, dtype) = (IndexOf(variable), variable.DType);
        var (rho, momentum, epsilon) = (RawOps.Scalar(Rho, dtype), RawOps.Scalar(Momentum, dtype), RawOps.Scalar(Epsilon, dtype));
        var last = Momentum > 0 ? _momentums[i] : LastStep(variable);
        if (Centered)
        {
            RawOps.ResourceApplyCenteredRMSProp(variable, _averages[i], _velocities[i], last, learningRate, rho, momentum, epsilon, gradient);
        }
        else
        {
            RawOps.ResourceApplyRMSProp(variable, _velocities[i], last, learningRate, rho, momentum, epsilon, gradient);
        }

        return true;
    }

    /// <summary>The kernel keeps the last step even where no momentum uses it; it is no state that files hold.</summary>
    private KerasVariable LastStep(KerasVariable variable)
    {
        if (!_lastSteps.TryGetValue(variable, out var last))
        {
            _lastSteps[variable] = last = new KerasVariable(Initializers.Fill.With(0, variable.Shape, variable.DType), "last_step", trainable: false);
        }

        return last;
    }
}
