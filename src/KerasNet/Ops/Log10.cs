namespace KerasNet;

public static partial class Ops
{
    /// <summary>Elementwise logarithm to base 10.</summary>
    /// <remarks>Python: <c>keras.ops.log10</c>.</remarks>
    public static Tensor Log10(Tensor x) => Run("Log10", x, static t => LogTo(10, t));
}
