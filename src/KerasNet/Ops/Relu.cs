namespace KerasNet;

public static partial class Ops
{
    /// <summary>Elementwise <c>max(x, 0)</c>.</summary>
    /// <remarks>Python: <c>keras.ops.relu</c>.</remarks>
    public static Tensor Relu(Tensor x) => Run("Relu", x, static t => RawOps.Relu(t));
}
