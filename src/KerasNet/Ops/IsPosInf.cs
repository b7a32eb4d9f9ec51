namespace KerasNet;

public static partial class Ops
{
    /// <summary>Tells which elements are positive infinity.</summary>
    /// <remarks>Python: <c>keras.ops.isposinf</c>.</remarks>
    public static Tensor IsPosInf(Tensor x) => Run("Isposinf", x, static t => RawOps.Equal(ToFloat(t), RawOps.Scalar(double.PositiveInfinity, ToFloat(t).DType)));
}
