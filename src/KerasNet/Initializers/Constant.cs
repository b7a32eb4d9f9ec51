namespace KerasNet.Initializers;

/// <summary>A number in every element, or a given array.</summary>
/// <remarks>Python: <c>keras.initializers.Constant</c>.</remarks>
public sealed class Constant : Initializer
{
    private readonly Tensor? _array;

    /// <summary>One number for all elements.</summary>
    /// <param name="value">The number.</param>
    public Constant(double value = 0.0) => Value = value;

    /// <summary>An array that broadcasts to the weight's shape.</summary>
    /// <param name="array">The array.</param>
    public Constant(Tensor array) => _array = array;

    /// <summary>The number.</summary>
    public double Value { get; }

    /// <inheritdoc/>
    public override Tensor Call(TensorShape shape, DataType dtype) => _array is null
        ? Fill.With(Value, shape, dtype)
        : RawOps.BroadcastTo(RawOps.Cast(_array, dtype), RawOps.Constant(shape.Dims), shape);
}
