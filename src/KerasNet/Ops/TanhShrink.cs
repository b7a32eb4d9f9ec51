namespace KerasNet;

public static partial class Ops
{
    /// <summary>Elementwise <c>x − tanh(x)</c>.</summary>
    /// <remarks>Python: <c>keras.ops.tanh_shrink</c>.</remarks>
    public static Tensor TanhShrink(Tensor x) => Run("TanhShrink", x, static t => RawOps.Sub(t, RawOps.Tanh(t)));
}
