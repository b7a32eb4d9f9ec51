using KerasNet.Internal;
namespace KerasNet.Optimizers;

/// <summary>Gradient descent, with or without momentum.</summary>
/// <remarks>Python: <c>keras.optimizers.SGD</c>. Source: Sutskever et al., 2013.</remarks>
/// <param name="learningRate">A number or a schedule; null: 0.01.</param>
/// <param name="momentum">Share of the last update that is kept: 0 to 1.</param>
/// <param name="nesterov">Whether the gradient is taken after the momentum.</param>
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
public sealed class SGD(
    LearningRate? learningRate = null, double momentum = 0.0, bool nesterov = false, double? weightDecay = null, double? clipnorm = null, double? clipvalue = null, double? globalClipnorm = null, bool useEma = false, double emaMomentum = 0.99, int? emaOverwriteFrequency = null, double? lossScaleFactor = null, int? gradientAccumulationSteps = null, string? name = null)
    : Optimizer(learningRate ?? 0.01, weightDecay, clipnorm, clipvalue, globalClipnorm, useEma, emaMomentum, emaOverwriteFrequency, lossScaleFactor, gradientAccumulationSteps, name)
{
    /// <summary>Share of the last update that is kept: 0 to 1.</summary>
    public double Momentum { get; } = Require.Rate(momentum);

    /// <summary>Whether the gradient is taken after the momentum.</summary>
    public bool Nesterov { get; } = nesterov;

    private IReadOnlyList<KerasVariable> _momentums = [];

    /// <inheritdoc/>
    protected override void BuildSlots(IReadOnlyList<KerasVariable> variables) =>
        _momentums = Momentum == 0 ? [] : AddSlots(variables, "momentum");

    /// <inheritdoc/>
    protected override void UpdateStep(Tensor gradient, KerasVariable variable, Tensor learningRate)
    {
        if (Momentum == 0)
        {
            Assign(variable, variable.Value - (gradient * learningRate));
            return;
        }

        var m = _momentums[IndexOf(variable)];
        var step = gradient * learningRate;
        var update = (m.Value * Momentum) - step;
        Assign(m, update);
        Assign(variable, variable.Value + (Nesterov ? (update * Momentum) - step : update));
    }

    private protected override bool UpdateFused(Tensor gradient, KerasVariable variable, Tensor learningRate)
    {
        if (Momentum == 0)
        {
            RawOps.ResourceApplyGradientDescent(variable, learningRate, gradient);
            return true;
        }

        RawOps.ResourceApplyKerasMomentum(variable, _momentums[IndexOf(variable)], learningRate, gradient, RawOps.Scalar(Momentum, variable.DType), Nesterov);
        return true;
    }
}
