namespace KerasNet;

public static partial class Ops
{
    /// <summary>Elementwise e to the power x, minus 1, exact for small x.</summary>
    /// <remarks>Python: <c>keras.ops.expm1</c>.</remarks>
    public static Tensor Expm1(Tensor x) => Run("Expm1", x, static t => RawOps.Expm1(ToFloat(t)));
}
