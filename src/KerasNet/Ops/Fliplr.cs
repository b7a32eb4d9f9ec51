namespace KerasNet;

public static partial class Ops
{
    /// <summary>Left and right exchanged: axis 1 backwards.</summary>
    /// <remarks>Python: <c>keras.ops.fliplr</c>.</remarks>
    public static Tensor Fliplr(Tensor x) => Run("Fliplr", x, t => RawOps.ReverseV2(t, 1));
}
