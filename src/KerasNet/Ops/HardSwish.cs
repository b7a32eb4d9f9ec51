namespace KerasNet;

public static partial class Ops
{
    /// <summary>Piecewise linear SiLU, as <see cref="HardSilu"/>.</summary>
    /// <remarks>Python: <c>keras.ops.hard_swish</c>.</remarks>
    public static Tensor HardSwish(Tensor x) => HardSilu(x);
}
