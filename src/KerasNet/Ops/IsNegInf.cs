namespace KerasNet;

public static partial class Ops
{
    /// <summary>Tells which elements are negative infinity.</summary>
    /// <remarks>Python: <c>keras.ops.isneginf</c>.</remarks>
    public static Tensor IsNegInf(Tensor x) => Run("Isneginf", x, static t => RawOps.Equal(ToFloat(t), RawOps.Scalar(double.NegativeInfinity, ToFloat(t).DType)));
}
