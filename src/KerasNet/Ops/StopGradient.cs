namespace KerasNet;

public static partial class Ops
{
    /// <summary>The same value, through which no gradient flows.</summary>
    /// <remarks>Python: <c>keras.ops.stop_gradient</c>.</remarks>
    public static Tensor StopGradient(Tensor variable) => Run("StopGradient", variable, RawOps.StopGradient);
}
