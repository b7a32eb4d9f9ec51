namespace KerasNet;

public static partial class Ops
{
    /// <summary>Running products along an axis, or over all elements in one row.</summary>
    /// <remarks>Python: <c>keras.ops.cumprod</c>.</remarks>
    public static Tensor CumProd(Tensor x, int? axis = null, DataType? dtype = null) => Run("Cumprod", x, t => Running(t, axis, dtype, RawOps.Cumprod), ("axis", axis), ("dtype", dtype));
}
