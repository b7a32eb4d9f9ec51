namespace KerasNet;

public static partial class Ops
{
    /// <summary>Elementwise e to the power x.</summary>
    /// <remarks>Python: <c>keras.ops.exp</c>.</remarks>
    public static Tensor Exp(Tensor x) => Run("Exp", x, static t => RawOps.Exp(ToFloat(t)));
}
