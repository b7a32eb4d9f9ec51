using System.Runtime.CompilerServices;

namespace KerasNet;

public static partial class Ops
{
    /// <summary>A shape full of ones.</summary>
    /// <remarks>Python: <c>keras.ops.ones</c>.</remarks>
    [OverloadResolutionPriority(1)]
    public static Tensor Ones(TensorShape shape, DataType? dtype = null) => Full(shape, 1, dtype);

    /// <summary>A shape full of ones, put together from dimensions: <c>Ops.Ones([Ops.Shape(x)[0], 3])</c>.</summary>
    public static Tensor Ones(ReadOnlySpan<Tensor> shape, DataType? dtype = null) => Full(shape, 1, dtype);
}
