namespace KerasNet;

public static partial class Ops
{
    /// <summary>Inverses of square matrices.</summary>
    /// <remarks>Python: <c>keras.ops.inv</c>.</remarks>
    /// <exception cref="ArgumentException">A matrix is not square.</exception>
    public static Tensor Inv(Tensor x) => Run("Inv", x, static t => t.DType == DataType.Float16
        ? RawOps.Cast(RawOps.MatrixInverse(Square2D(RawOps.Cast(t, DataType.Float32))), DataType.Float16)
        : RawOps.MatrixInverse(Square2D(t)));
}
