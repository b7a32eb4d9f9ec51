namespace KerasNet;

public static partial class Ops
{
    /// <summary>Tells which elements are infinite; of integers none.</summary>
    /// <remarks>Python: <c>keras.ops.isinf</c>.</remarks>
    public static Tensor IsInf(Tensor x) => Run("Isinf", x, static t => t.DType.IsFloating() ? RawOps.IsInf(t) : RawOps.NotEqual(t, t));
}
