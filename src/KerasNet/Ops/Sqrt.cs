namespace KerasNet;

public static partial class Ops
{
    /// <summary>Elementwise square root.</summary>
    /// <remarks>Python: <c>keras.ops.sqrt</c>.</remarks>
    public static Tensor Sqrt(Tensor x) => Run("Sqrt", x, static t => RawOps.Sqrt(ToFloat(t)));
}
