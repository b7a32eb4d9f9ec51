namespace KerasNet;

public static partial class Ops
{
    /// <summary>All bits of integers turned over.</summary>
    /// <remarks>Python: <c>keras.ops.bitwise_invert</c>.</remarks>
    public static Tensor BitwiseInvert(Tensor x) => Run("BitwiseInvert", x, RawOps.Invert);
}
