namespace KerasNet.Constraints;

/// <summary>A projection of a weight, applied after each update.</summary>
/// <remarks>Python: <c>keras.constraints.Constraint</c>.</remarks>
public abstract class Constraint
{
    /// <summary>The weight that satisfies the constraint.</summary>
    public abstract Tensor Call(Tensor weight);
}
