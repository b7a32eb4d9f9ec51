namespace KerasNet;

public static partial class Ops
{
    /// <summary>Tells which elements have no imaginary part: all, as tensors here are real.</summary>
    /// <remarks>Python: <c>keras.ops.isreal</c>.</remarks>
    public static Tensor IsReal(Tensor x) => Run("Isreal", x, static t => t.DType.IsComplex() ? RawOps.Equal(RawOps.Imag(t), RawOps.ZerosLike(RawOps.Imag(t))) : RawOps.Cast(RawOps.OnesLike(t.DType == DataType.Bool ? RawOps.Cast(t, DataType.Int32) : t), DataType.Bool));
}
