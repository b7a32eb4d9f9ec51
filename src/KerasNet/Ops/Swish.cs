namespace KerasNet;

public static partial class Ops
{
    /// <summary><c>x · sigmoid(x)</c>, as <see cref="Silu"/>.</summary>
    /// <remarks>Python: <c>keras.ops.swish</c>.</remarks>
    public static Tensor Swish(Tensor x) => Silu(x);
}
