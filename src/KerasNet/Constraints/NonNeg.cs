namespace KerasNet.Constraints;

/// <summary>No weight is negative.</summary>
/// <remarks>Python: <c>keras.constraints.NonNeg</c>.</remarks>
public sealed class NonNeg : Constraint
{
    /// <inheritdoc/>
    public override Tensor Call(Tensor weight) => Ops.Maximum(weight, 0);
}
