namespace KerasNet;

public static partial class Ops
{
    /// <summary>Whether the sign bit is set: of negative numbers, and of minus zero.</summary>
    /// <remarks>Python: <c>keras.ops.signbit</c>.</remarks>
    public static Tensor Signbit(Tensor x) => Run("Signbit", x, static t =>
        t.DType == DataType.Bool ? RawOps.NotEqual(t, t)
        : t.DType.IsInteger() ? RawOps.Less(t, Number(0, t))
        : RawOps.Less(RawOps.Bitcast(RawOps.Cast(t, DataType.Float32), DataType.Int32), RawOps.Scalar(0)));
}
