namespace KerasNet.Constraints;

/// <summary>The weights of each unit have a norm between two bounds.</summary>
/// <remarks>Python: <c>keras.constraints.MinMaxNorm</c>.</remarks>
/// <param name="minValue">The smallest norm.</param>
/// <param name="maxValue">The largest norm.</param>
/// <param name="rate">How far each update goes towards the bounds: 1 is all the way.</param>
/// <param name="axis">Axes over which a norm is taken: 0 for Dense, 0, 1, 2 for Conv2D. The default is 0.</param>
public sealed class MinMaxNorm(double minValue = 0.0, double maxValue = 1.0, double rate = 1.0, AxisList? axis = null) : Constraint
{
    /// <summary>The smallest norm.</summary>
    public double MinValue { get; } = minValue;

    /// <summary>The largest norm.</summary>
    public double MaxValue { get; } = maxValue;

    /// <summary>How far each update goes towards the bounds.</summary>
    public double Rate { get; } = rate;

    /// <summary>Axes over which a norm is taken.</summary>
    public AxisList Axis { get; } = axis ?? 0;

    /// <inheritdoc/>
    public override Tensor Call(Tensor weight)
    {
        var norms = Norms(weight, [.. Axis]);
        var desired = (Rate * Ops.Clip(norms, MinValue, MaxValue)) + ((1 - Rate) * norms);
        return weight * (desired / (norms + Keras.Config.Epsilon));
    }
}
