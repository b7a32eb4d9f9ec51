namespace KerasNet;

public static partial class Ops
{
    /// <summary>All bits of integers turned over.</summary>
    /// <remarks>Python: <c>keras.ops.bitwise_not</c>.</remarks>
    public static Tensor BitwiseNot(Tensor x) => Run("BitwiseNot", x, RawOps.Invert);
}
