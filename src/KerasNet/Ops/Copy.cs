namespace KerasNet;

public static partial class Ops
{
    /// <summary>The same value under another name.</summary>
    /// <remarks>Python: <c>keras.ops.copy</c>.</remarks>
    public static Tensor Copy(Tensor x) => Run("Copy", x, RawOps.Identity);
}
