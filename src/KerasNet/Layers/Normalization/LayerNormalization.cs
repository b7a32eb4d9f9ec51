using KerasNet.Constraints;
using KerasNet.Initializers;
using KerasNet.Regularizers;

namespace KerasNet.Layers;

/// <summary>Brings each example to mean 0 and variance 1 along some axes.</summary>
/// <remarks>Python: <c>keras.layers.LayerNormalization</c>. Ba, Kiros and Hinton, 2016.</remarks>
/// <param name="axis">One axis or several; null: the last.</param>
/// <param name="epsilon">Added to the variance.</param>
/// <param name="center">Whether an offset is added.</param>
/// <param name="scale">Whether the result is scaled.</param>
/// <param name="betaInitializer">First values of the offset; null: zeros.</param>
/// <param name="gammaInitializer">First values of the scale; null: ones.</param>
/// <param name="betaRegularizer">Penalty of the offset.</param>
/// <param name="gammaRegularizer">Penalty of the scale.</param>
/// <param name="betaConstraint">Projection of the offset.</param>
/// <param name="gammaConstraint">Projection of the scale.</param>
/// <param name="rmsScaling">Of old files: divides by the deviation and scales, without subtracting the mean. New models take <see cref="RMSNormalization"/>.</param>
public sealed class LayerNormalization(
    AxisList? axis = null, double epsilon = 1e-3, bool center = true, bool scale = true, Initializer? betaInitializer = null, Initializer? gammaInitializer = null,
    Regularizer? betaRegularizer = null, Regularizer? gammaRegularizer = null, Constraint? betaConstraint = null, Constraint? gammaConstraint = null, bool rmsScaling = false)
    : NormalizationLayer(epsilon, center, scale, betaInitializer, gammaInitializer, betaRegularizer, gammaRegularizer, betaConstraint, gammaConstraint)
{
    /// <summary>The axes that are normalised together.</summary>
    public AxisList Axis { get; private set; } = axis ?? -1;

    /// <summary>Divides by the deviation only.</summary>
    public bool RmsScaling { get; } = rmsScaling;

    /// <inheritdoc/>
    public override bool SupportsMasking => true;

    /// <inheritdoc/>
    protected override void Build(TensorShape input)
    {
        Axis = Axis.Order().ToArray();
        AddGammaAndBeta(new TensorShape([.. Axis.Select(a => input[input.Axis(a)])]), Scale || RmsScaling, Center && !RmsScaling);
    }

    /// <inheritdoc/>
    protected override Tensor Call(Tensor x, CallContext context)
    {
        var type = WideType(x);
        if (!RmsScaling)
        {
            return Ops.LayerNormalization(x, WideOrNull(Gamma, type), WideOrNull(Beta, type), [.. Axis], Epsilon);
        }

        var wide = Ops.Cast(x, type);
        int[] axes = [.. Axis.Select(a => x.Shape.Axis(a))];
        var dims = new TensorShape([.. Enumerable.Range(0, x.Rank).Select(i => axes.Contains(i) ? x.Shape[i] : 1)]);
        return Ops.Cast(wide * Ops.Rsqrt(Ops.Var(wide, axes, keepdims: true) + Epsilon) * Ops.Reshape(Wide(Gamma!, type), dims), x.DType);
    }
}
