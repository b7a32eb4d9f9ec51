namespace KerasNet;

public static partial class Ops
{
    /// <summary>Elementwise inverse tangent.</summary>
    /// <remarks>Python: <c>keras.ops.arctan</c>.</remarks>
    public static Tensor Arctan(Tensor x) => Run("Arctan", x, static t => RawOps.Atan(ToFloat(t)));
}
