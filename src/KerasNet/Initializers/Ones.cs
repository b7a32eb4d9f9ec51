namespace KerasNet.Initializers;

/// <summary>All elements 1.</summary>
/// <remarks>Python: <c>keras.initializers.Ones</c>.</remarks>
[Internal.Alias("one")]
public sealed class Ones : Initializer
{
    /// <inheritdoc/>
    public override Tensor Call(TensorShape shape, DataType dtype) => Fill.With(1, shape, dtype);
}
