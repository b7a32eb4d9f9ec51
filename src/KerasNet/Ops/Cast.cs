namespace KerasNet;

public static partial class Ops
{
    /// <summary>Converts the elements to another type.</summary>
    /// <remarks>Python: <c>keras.ops.cast</c>.</remarks>
    public static Tensor Cast(Tensor x, DataType dtype) => x.DType == dtype && !x.IsWeak
        ? x
        : Run("Cast", x, t => RawOps.Cast(t, dtype), ("dtype", dtype));
}
