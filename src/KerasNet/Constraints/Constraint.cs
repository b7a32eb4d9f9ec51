using KerasNet.Internal;

namespace KerasNet.Constraints;

/// <summary>A projection of a weight, applied after each update.</summary>
/// <remarks>Python: <c>keras.constraints.Constraint</c>. Converts from Keras's names: <c>"non_neg"</c>.</remarks>
public abstract class Constraint
{
    /// <summary>The weight that satisfies the constraint.</summary>
    public abstract Tensor Call(Tensor weight);

    /// <summary>A known constraint by name.</summary>
    /// <exception cref="ArgumentException">The name is unknown.</exception>
    public static implicit operator Constraint(string name) => Catalog<Constraint>.Get(name);

    private protected static Tensor Norms(Tensor weight, int[] axes) => Ops.Sqrt(Ops.Sum(Ops.Square(weight), axes, keepdims: true));
}
