namespace KerasNet;

public static partial class Ops
{
    /// <summary>Elementwise absolute value, as a float.</summary>
    /// <remarks>Python: <c>keras.ops.fabs</c>.</remarks>
    public static Tensor Fabs(Tensor x) => Run("Fabs", x, static t => RawOps.Abs(ToFloat(t)));
}
