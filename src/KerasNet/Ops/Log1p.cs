namespace KerasNet;

public static partial class Ops
{
    /// <summary>Elementwise logarithm of 1 + x, exact for small x.</summary>
    /// <remarks>Python: <c>keras.ops.log1p</c>.</remarks>
    public static Tensor Log1p(Tensor x) => Run("Log1p", x, static t => RawOps.Log1p(ToFloat(t)));
}
