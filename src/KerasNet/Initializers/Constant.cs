namespace KerasNet.Initializers;

/// <summary>A number in every element, or a given array.</summary>
/// <remarks>Python: <c>keras.initializers.Constant</c>.</remarks>
/// <param name="value">A number, or an array that broadcasts to the weight's shape; null: 0.</param>
public sealed class Constant(ConstantValue? value = null) : Initializer
{
    /// <summary>The number or array.</summary>
    public ConstantValue Value { get; } = value ?? 0.0;

    /// <inheritdoc/>
    public override Tensor Call(TensorShape shape, DataType dtype) => Value.Array is { } array
        ? RawOps.BroadcastTo(RawOps.Cast(array, dtype), RawOps.Constant(shape.Dims), shape)
        : Fill.With(Value.Number!.Value, shape, dtype);
}
