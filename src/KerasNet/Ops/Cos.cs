namespace KerasNet;

public static partial class Ops
{
    /// <summary>Elementwise cosine.</summary>
    /// <remarks>Python: <c>keras.ops.cos</c>.</remarks>
    public static Tensor Cos(Tensor x) => Run("Cos", x, static t => RawOps.Cos(ToFloat(t)));
}
