namespace KerasNet;

public static partial class Ops
{
    /// <summary>Elements limited to the range from −1 to 1.</summary>
    /// <remarks>Python: <c>keras.ops.hard_tanh</c>.</remarks>
    public static Tensor HardTanh(Tensor x) => Run("HardTanh", x, static t => RawOps.ClipByValue(t, Number(-1, t), Number(1, t)));
}
