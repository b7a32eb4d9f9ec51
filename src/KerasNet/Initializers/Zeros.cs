namespace KerasNet.Initializers;

/// <summary>All elements 0.</summary>
/// <remarks>Python: <c>keras.initializers.Zeros</c>.</remarks>
[Internal.Alias("zero")]
public sealed class Zeros : Initializer
{
    /// <inheritdoc/>
    public override Tensor Call(TensorShape shape, DataType dtype) => Fill.With(0, shape, dtype);
}
