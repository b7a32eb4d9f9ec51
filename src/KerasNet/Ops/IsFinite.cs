namespace KerasNet;

public static partial class Ops
{
    /// <summary>Tells which elements are neither infinite nor NaN; of integers all.</summary>
    /// <remarks>Python: <c>keras.ops.isfinite</c>.</remarks>
    public static Tensor IsFinite(Tensor x) => Run("Isfinite", x, static t => t.DType.IsFloating() ? RawOps.IsFinite(t) : RawOps.Equal(t, t));
}
