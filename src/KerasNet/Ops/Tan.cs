namespace KerasNet;

public static partial class Ops
{
    /// <summary>Elementwise tangent.</summary>
    /// <remarks>Python: <c>keras.ops.tan</c>.</remarks>
    public static Tensor Tan(Tensor x) => Run("Tan", x, static t => RawOps.Tan(ToFloat(t)));
}
