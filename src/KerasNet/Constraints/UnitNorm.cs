namespace KerasNet.Constraints;

/// <summary>The weights of each unit have norm 1.</summary>
/// <remarks>Python: <c>keras.constraints.UnitNorm</c>.</remarks>
/// <param name="axis">Axes over which a norm is taken: 0 for Dense, 0, 1, 2 for Conv2D. The default is 0.</param>
public sealed class UnitNorm(AxisList? axis = null) : Constraint
{
    /// <summary>Axes over which a norm is taken.</summary>
    public AxisList Axis { get; } = axis ?? 0;

    /// <inheritdoc/>
    public override Tensor Call(Tensor weight) => weight / (Norms(weight, [.. Axis]) + Keras.Config.Epsilon);
}
