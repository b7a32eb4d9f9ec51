using KerasNet.Internal;

namespace KerasNet.Regularizers;

/// <summary>A penalty on a weight that is added to the loss.</summary>
/// <remarks>Python: <c>keras.regularizers.Regularizer</c>. Converts from Keras's names: <c>"l2"</c>.</remarks>
public abstract class Regularizer
{
    /// <summary>The penalty of a weight: a scalar.</summary>
    public abstract Tensor Call(Tensor weight);

    /// <summary>A known regularizer by name.</summary>
    /// <exception cref="ArgumentException">The name is unknown.</exception>
    public static implicit operator Regularizer(string name) => Catalog<Regularizer>.Get(name);

    private protected static double Factor(double value, string name) => double.IsFinite(value) && value >= 0
        ? value
        : throw new ArgumentOutOfRangeException(name, $"Invalid value for argument {name}: expected a non-negative float. Received: {name}={value}.");

    private protected static Tensor SumOfAbsolutes(double factor, Tensor x) => factor * Ops.Sum(Ops.Abs(x));

    private protected static Tensor SumOfSquares(double factor, Tensor x) => factor * Ops.Sum(Ops.Square(x));
}
