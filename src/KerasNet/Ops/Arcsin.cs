namespace KerasNet;

public static partial class Ops
{
    /// <summary>Elementwise inverse sine.</summary>
    /// <remarks>Python: <c>keras.ops.arcsin</c>.</remarks>
    public static Tensor Arcsin(Tensor x) => Run("Arcsin", x, static t => RawOps.Asin(ToFloat(t)));
}
