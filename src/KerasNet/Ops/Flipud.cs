namespace KerasNet;

public static partial class Ops
{
    /// <summary>Up and down exchanged: axis 0 backwards.</summary>
    /// <remarks>Python: <c>keras.ops.flipud</c>.</remarks>
    public static Tensor Flipud(Tensor x) => Run("Flipud", x, t => RawOps.ReverseV2(t, 0));
}
