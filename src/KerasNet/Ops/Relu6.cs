namespace KerasNet;

public static partial class Ops
{
    /// <summary>Elementwise <c>min(max(x, 0), 6)</c>.</summary>
    /// <remarks>Python: <c>keras.ops.relu6</c>.</remarks>
    public static Tensor Relu6(Tensor x) => Run("Relu6", x, static t => RawOps.Relu6(t));
}
