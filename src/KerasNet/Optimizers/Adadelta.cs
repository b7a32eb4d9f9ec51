namespace KerasNet.Optimizers;

/// <summary>Steps scaled by moving averages of gradients and of earlier steps.</summary>
/// <remarks>Python: <c>keras.optimizers.Adadelta</c>. Source: Zeiler, 2012.</remarks>
/// <param name="learningRate">A number or a schedule; null: 0.001.</param>
/// <param name="rho">Share of the old average in the new.</param>
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
public sealed class Adadelta(
    LearningRate? learningRate = null, double rho = 0.95, double epsilon = 1e-7, double? weightDecay = null, double? clipnorm = null, double? clipvalue = null, double? globalClipnorm = null, bool useEma = false, double emaMomentum = 0.99, int? emaOverwriteFrequency = null, double? lossScaleFactor = null, int? gradientAccumulationSteps = null, string? name = null)
    : Optimizer(learningRate ?? 0.001, weightDecay, clipnorm, clipvalue, globalClipnorm, useEma, emaMomentum, emaOverwriteFrequency, lossScaleFactor, gradientAccumulationSteps, name)
{
    /// <summary>Share of the old average in the new.</summary>
    public double Rho { get; } = rho;

    /// <summary>Keeps divisions finite.</summary>
    public double Epsilon { get; } = epsilon;

    private IReadOnlyList<KerasVariable> _gradients = [];
    private IReadOnlyList<KerasVariable> _steps = [];

    /// <inheritdoc/>
    protected override void BuildSlots(IReadOnlyList<KerasVariable> variables) =>
        (_gradients, _steps) = AddSlots(variables, "accumulated_grad", "accumulated_delta_var");

    /// <inheritdoc/>
    protected override void UpdateStep(Tensor gradient, KerasVariable variable, Tensor learningRate)
    {
        var (g, s) = (_gradients[IndexOf(variable)], _steps[IndexOf(variable)]);
        var squares = (Rho * g.Value) + ((1 - Rho) * Squared(gradient));
        var step = Ops.Sqrt(s.Value + Epsilon) * gradient / Ops.Sqrt(squares + Epsilon);
        Assign(g, squares);
        Assign(s, (Rho * s.Value) + ((1 - Rho) * Ops.Square(step)));
        Assign(variable, variable.Value - (learningRate * step));
    }

    private protected override bool UpdateFused(Tensor gradient, KerasVariable variable, Tensor learningRate)
    {
        var (i, dtype) = (IndexOf(variable), variable.DType);
        RawOps.ResourceApplyAdadelta(variable, _gradients[i], _steps[i], learningRate, RawOps.Scalar(Rho, dtype), RawOps.Scalar(Epsilon, dtype), gradient);
        return true;
    }
}
