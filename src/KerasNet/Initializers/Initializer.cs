using KerasNet.Internal;

namespace KerasNet.Initializers;

/// <summary>Makes the first value of a weight.</summary>
/// <remarks>Python: <c>keras.initializers.Initializer</c>. Converts from Keras's names: <c>"he_normal"</c>.</remarks>
public abstract class Initializer
{
    /// <summary>The value for a weight of this shape and type.</summary>
    public abstract Tensor Call(TensorShape shape, DataType dtype);

    /// <summary>A new object with the same arguments, which draws a seed of its own where none was given.</summary>
    internal Initializer Clone() => (Initializer)Saving.ObjectSerializer.Create(GetType(), Saving.ObjectSerializer.Config(this));

    /// <summary>A known initializer by name.</summary>
    /// <exception cref="ArgumentException">The name is unknown.</exception>
    public static implicit operator Initializer(string name) => Catalog<Initializer>.Get(name);
}
