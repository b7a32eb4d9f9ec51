namespace KerasNet;

public static partial class Ops
{
    /// <summary>Elementwise logical and, with broadcasting; numbers that are not 0 are true.</summary>
    /// <remarks>Python: <c>keras.ops.logical_and</c>.</remarks>
    public static Tensor LogicalAnd(Tensor x1, Tensor x2) =>
        Run("LogicalAnd", x1, x2, static (a, b) => RawOps.LogicalAnd(RawOps.Cast(a, DataType.Bool), RawOps.Cast(b, DataType.Bool)));
}
