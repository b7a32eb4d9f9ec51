namespace KerasNet;

public static partial class Ops
{
    /// <summary>Elementwise logical not; numbers that are not 0 are true.</summary>
    /// <remarks>Python: <c>keras.ops.logical_not</c>.</remarks>
    public static Tensor LogicalNot(Tensor x) => Run("LogicalNot", x, static t => RawOps.LogicalNot(RawOps.Cast(t, DataType.Bool)));
}
