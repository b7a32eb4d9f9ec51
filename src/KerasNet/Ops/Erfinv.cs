namespace KerasNet;

public static partial class Ops
{
    /// <summary>Elementwise inverse of the error function.</summary>
    /// <remarks>Python: <c>keras.ops.erfinv</c>.</remarks>
    public static Tensor Erfinv(Tensor x) => Run("Erfinv", x, static t => t.DType is DataType.Float16 or DataType.BFloat16 ? RawOps.Cast(RawOps.Erfinv(RawOps.Cast(t, DataType.Float32)), t.DType) : RawOps.Erfinv(t));
}
