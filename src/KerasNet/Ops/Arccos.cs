namespace KerasNet;

public static partial class Ops
{
    /// <summary>Elementwise inverse cosine.</summary>
    /// <remarks>Python: <c>keras.ops.arccos</c>.</remarks>
    public static Tensor Arccos(Tensor x) => Run("Arccos", x, static t => RawOps.Acos(ToFloat(t)));
}
