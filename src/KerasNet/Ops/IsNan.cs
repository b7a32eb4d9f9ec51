namespace KerasNet;

public static partial class Ops
{
    /// <summary>Tells which elements are not a number; of integers none.</summary>
    /// <remarks>Python: <c>keras.ops.isnan</c>.</remarks>
    public static Tensor IsNan(Tensor x) => Run("Isnan", x, static t => t.DType.IsFloating() ? RawOps.IsNan(t) : RawOps.NotEqual(t, t));
}
