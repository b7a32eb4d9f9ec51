namespace KerasNet;

public static partial class Ops
{
    /// <summary>Degrees to radians.</summary>
    /// <remarks>Python: <c>keras.ops.deg2rad</c>.</remarks>
    public static Tensor Deg2Rad(Tensor x) => Run("Deg2rad", x, static t => RawOps.Mul(ToWideFloat(t), RawOps.Scalar(Math.PI / 180, ToWideFloat(t).DType)));
}
