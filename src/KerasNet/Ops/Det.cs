namespace KerasNet;

public static partial class Ops
{
    /// <summary>Determinants of square matrices.</summary>
    /// <remarks>Python: <c>keras.ops.det</c>.</remarks>
    public static Tensor Det(Tensor x) => Run("Det", x, static t => RawOps.MatrixDeterminant(Square2D(t)));
}
