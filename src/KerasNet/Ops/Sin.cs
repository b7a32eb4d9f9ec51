namespace KerasNet;

public static partial class Ops
{
    /// <summary>Elementwise sine.</summary>
    /// <remarks>Python: <c>keras.ops.sin</c>.</remarks>
    public static Tensor Sin(Tensor x) => Run("Sin", x, static t => RawOps.Sin(ToFloat(t)));
}
