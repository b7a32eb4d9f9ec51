using KerasNet.Internal;
namespace KerasNet.Optimizers;

/// <summary>Follow the regularised leader: for sparse linear models.</summary>
/// <remarks>Python: <c>keras.optimizers.Ftrl</c>. Source: McMahan et al., 2013.</remarks>
/// <param name="learningRate">A number or a schedule; null: 0.001.</param>
/// <param name="learningRatePower">How the learning rate falls; 0: not at all.</param>
/// <param name="initialAccumulatorValue">First value of the sum of squares.</param>
/// <param name="l1RegularizationStrength">Penalty on absolute values: makes weights exactly zero.</param>
/// <param name="l2RegularizationStrength">Penalty on squares.</param>
/// <param name="l2ShrinkageRegularizationStrength">Penalty on squares that acts on the gradient.</param>
/// <param name="beta">Added to the denominator of the step.</param>
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
public sealed class Ftrl(
    LearningRate? learningRate = null, double learningRatePower = -0.5, double initialAccumulatorValue = 0.1, double l1RegularizationStrength = 0.0, double l2RegularizationStrength = 0.0, double l2ShrinkageRegularizationStrength = 0.0, double beta = 0.0, double? weightDecay = null, double? clipnorm = null, double? clipvalue = null, double? globalClipnorm = null, bool useEma = false, double emaMomentum = 0.99, int? emaOverwriteFrequency = null, double? lossScaleFactor = null, int? gradientAccumulationSteps = null, string? name = null)
    : Optimizer(learningRate ?? 0.001, weightDecay, clipnorm, clipvalue, globalClipnorm, useEma, emaMomentum, emaOverwriteFrequency, lossScaleFactor, gradientAccumulationSteps, name)
{
    /// <summary>How the learning rate falls; 0: not at all.</summary>
    public double LearningRatePower { get; } = learningRatePower <= 0 ? learningRatePower : throw new ArgumentOutOfRangeException(nameof(learningRatePower), $"learningRatePower needs to be negative or zero. Received: learningRatePower={learningRatePower}.");

    /// <summary>First value of the sum of squares.</summary>
    public double InitialAccumulatorValue { get; } = Require.NonNegative(initialAccumulatorValue);

    /// <summary>Penalty on absolute values: makes weights exactly zero.</summary>
    [Saving.ConfigName("l1_regularization_strength")]
    public double L1RegularizationStrength { get; } = Require.NonNegative(l1RegularizationStrength);

    /// <summary>Penalty on squares.</summary>
    [Saving.ConfigName("l2_regularization_strength")]
    public double L2RegularizationStrength { get; } = Require.NonNegative(l2RegularizationStrength);

    /// <summary>Penalty on squares that acts on the gradient.</summary>
    [Saving.ConfigName("l2_shrinkage_regularization_strength")]
    public double L2ShrinkageRegularizationStrength { get; } = Require.NonNegative(l2ShrinkageRegularizationStrength);

    /// <summary>Added to the denominator of the step.</summary>
    public double Beta { get; } = beta;

    private IReadOnlyList<KerasVariable> _accumulators = [];
    private IReadOnlyList<KerasVariable> _linears = [];

    /// <inheritdoc/>
    protected override void BuildSlots(IReadOnlyList<KerasVariable> variables) =>
        (_accumulators, _linears) = AddSlots(variables, "accumulator", "linear", new Initializers.Constant(InitialAccumulatorValue));

    /// <inheritdoc/>
    protected override void UpdateStep(Tensor gradient, KerasVariable variable, Tensor learningRate)
    {
        var (accumulator, linear) = (_accumulators[IndexOf(variable)], _linears[IndexOf(variable)]);
        var l2 = L2(variable.DType, learningRate);
        var (before, w) = (accumulator.Value, variable.Value);
        var sum = before + Squared(gradient);
        var root = Ops.Power(sum, -LearningRatePower);
        var shrunk = gradient + (2 * L2ShrinkageRegularizationStrength * w);
        var total = linear.Value + shrunk - ((root - Ops.Power(before, -LearningRatePower)) / learningRate * w);
        var quadratic = (root / learningRate) + (2 * l2);
        Assign(linear, total);
        Assign(variable, (Ops.Clip(total, -L1RegularizationStrength, L1RegularizationStrength) - total) / quadratic);
        Assign(accumulator, sum);
    }

    private protected override bool UpdateFused(Tensor gradient, KerasVariable variable, Tensor learningRate)
    {
        var (i, dtype) = (IndexOf(variable), variable.DType);
        RawOps.ResourceApplyFtrlV2(variable, _accumulators[i], _linears[i], gradient, learningRate, RawOps.Scalar(L1RegularizationStrength, dtype), L2(dtype, learningRate),
            RawOps.Scalar(L2ShrinkageRegularizationStrength, dtype), RawOps.Scalar(LearningRatePower, dtype));
        return true;
    }

    private Tensor L2(DataType dtype, Tensor learningRate) => Number("l2", dtype, () => L2RegularizationStrength + (Beta / (2.0 * learningRate)));
}
