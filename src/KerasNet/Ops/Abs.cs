namespace KerasNet;

public static partial class Ops
{
    /// <summary>Elementwise absolute value.</summary>
    /// <remarks>Python: <c>keras.ops.abs</c>.</remarks>
    public static Tensor Abs(Tensor x) => Run("Abs", x, static t => AbsoluteValue(t));
}
