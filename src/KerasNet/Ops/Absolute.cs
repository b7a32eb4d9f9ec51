namespace KerasNet;

public static partial class Ops
{
    /// <summary>Elementwise absolute value.</summary>
    /// <remarks>Python: <c>keras.ops.absolute</c>.</remarks>
    public static Tensor Absolute(Tensor x) => Run("Absolute", x, static t => AbsoluteValue(t));
}
