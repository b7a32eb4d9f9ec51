namespace KerasNet;

public static partial class Ops
{
    /// <summary>Elementwise logical exclusive or, with broadcasting; numbers that are not 0 are true.</summary>
    /// <remarks>Python: <c>keras.ops.logical_xor</c>.</remarks>
    public static Tensor LogicalXor(Tensor x1, Tensor x2) =>
        Run("LogicalXor", x1, x2, static (a, b) => RawOps.NotEqual(RawOps.Cast(a, DataType.Bool), RawOps.Cast(b, DataType.Bool)));
}
