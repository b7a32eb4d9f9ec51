namespace KerasNet;

public static partial class Ops
{
    /// <summary>A tensor in another's shape whose values do not matter: zeros.</summary>
    /// <remarks>Python: <c>keras.ops.empty_like</c>.</remarks>
    public static Tensor EmptyLike(Tensor x, DataType? dtype = null) => Run("EmptyLike", x, t => ZerosLike(t, dtype), ("dtype", dtype));
}
