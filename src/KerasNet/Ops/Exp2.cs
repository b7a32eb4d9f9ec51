namespace KerasNet;

public static partial class Ops
{
    /// <summary>Elementwise 2 to the power x.</summary>
    /// <remarks>Python: <c>keras.ops.exp2</c>.</remarks>
    public static Tensor Exp2(Tensor x) => Run("Exp2", x, static t => RawOps.Pow(RawOps.Scalar(2, ToFloat(t).DType), ToFloat(t)));
}
