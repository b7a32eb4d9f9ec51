namespace KerasNet;

public static partial class Ops
{
    /// <summary>Logarithm of the sigmoid.</summary>
    /// <remarks>Python: <c>keras.ops.log_sigmoid</c>.</remarks>
    public static Tensor LogSigmoid(Tensor x) => Run("LogSigmoid", x, static t => RawOps.Neg(RawOps.Softplus(RawOps.Neg(t))));
}
