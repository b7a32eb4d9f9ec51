namespace KerasNet.Constraints;

/// <summary>The weights of each unit have a norm of at most <see cref="MaxValue"/>.</summary>
/// <remarks>Python: <c>keras.constraints.MaxNorm</c>. Source: Srivastava et al., 2014.</remarks>
/// <param name="maxValue">The largest norm.</param>
/// <param name="axis">Axes over which a norm is taken: 0 for Dense, 0, 1, 2 for Conv2D. The default is 0.</param>
public sealed class MaxNorm(double maxValue = 2, AxisList? axis = null) : Constraint
{
    /// <summary>The largest norm.</summary>
    public double MaxValue { get; } = maxValue;

    /// <summary>Axes over which a norm is taken.</summary>
    public AxisList Axis { get; } = axis ?? 0;

    /// <inheritdoc/>
    public override Tensor Call(Tensor weight)
    {
        var norms = Norms(weight, [.. Axis]);
        return weight * (Ops.Clip(norms, 0, MaxValue) / (norms + Keras.Config.Epsilon));
    }
}
