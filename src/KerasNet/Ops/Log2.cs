namespace KerasNet;

public static partial class Ops
{
    /// <summary>Elementwise logarithm to base 2.</summary>
    /// <remarks>Python: <c>keras.ops.log2</c>.</remarks>
    public static Tensor Log2(Tensor x) => Run("Log2", x, static t => LogTo(2, t));
}
