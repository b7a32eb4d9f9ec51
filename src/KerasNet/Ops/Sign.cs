namespace KerasNet;

public static partial class Ops
{
    /// <summary>Elementwise sign: -1, 0 or 1.</summary>
    /// <remarks>Python: <c>keras.ops.sign</c>.</remarks>
    public static Tensor Sign(Tensor x) => Run("Sign", x, static t => t.DType is DataType.UInt8 or DataType.UInt16 or DataType.UInt32
        ? RawOps.Cast(RawOps.Sign(RawOps.Cast(t, DataType.Int32)), t.DType)
        : RawOps.Sign(t));
}
