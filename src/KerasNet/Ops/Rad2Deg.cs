namespace KerasNet;

public static partial class Ops
{
    /// <summary>Radians to degrees.</summary>
    /// <remarks>Python: <c>keras.ops.rad2deg</c>.</remarks>
    public static Tensor Rad2Deg(Tensor x) => Run("Rad2deg", x, static t => RawOps.Mul(ToWideFloat(t), RawOps.Scalar(180 / Math.PI, ToWideFloat(t).DType)));
}
