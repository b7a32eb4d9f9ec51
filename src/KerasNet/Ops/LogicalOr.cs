namespace KerasNet;

public static partial class Ops
{
    /// <summary>Elementwise logical or, with broadcasting; numbers that are not 0 are true.</summary>
    /// <remarks>Python: <c>keras.ops.logical_or</c>.</remarks>
    public static Tensor LogicalOr(Tensor x1, Tensor x2) =>
        Run("LogicalOr", x1, x2, static (a, b) => RawOps.LogicalOr(RawOps.Cast(a, DataType.Bool), RawOps.Cast(b, DataType.Bool)));
}
