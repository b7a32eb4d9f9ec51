namespace KerasNet;

public static partial class Ops
{
    /// <summary>Smallest integer not below each element.</summary>
    /// <remarks>Python: <c>keras.ops.ceil</c>.</remarks>
    public static Tensor Ceil(Tensor x) => Run("Ceil", x, static t => RawOps.Ceil(ToFloat(t)));
}
