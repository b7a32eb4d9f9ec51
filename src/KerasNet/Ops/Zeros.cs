using System.Runtime.CompilerServices;

namespace KerasNet;

public static partial class Ops
{
    /// <summary>A shape full of zeros.</summary>
    /// <remarks>Python: <c>keras.ops.zeros</c>.</remarks>
    [OverloadResolutionPriority(1)]
    public static Tensor Zeros(TensorShape shape, DataType? dtype = null) => Full(shape, 0, dtype);

    /// <summary>A shape full of zeros, put together from dimensions: <c>Ops.Zeros([Ops.Shape(x)[0], 3])</c>.</summary>
    public static Tensor Zeros(ReadOnlySpan<Tensor> shape, DataType? dtype = null) => Full(shape, 0, dtype);
}
