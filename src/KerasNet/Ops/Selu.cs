namespace KerasNet;

public static partial class Ops
{
    /// <summary>Scaled exponential linear unit of self-normalising networks.</summary>
    /// <remarks>Python: <c>keras.ops.selu</c>.</remarks>
    public static Tensor Selu(Tensor x) => Run("Selu", x, static t => RawOps.Selu(t));
}
