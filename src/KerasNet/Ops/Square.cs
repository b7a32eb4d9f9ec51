namespace KerasNet;

public static partial class Ops
{
    /// <summary>Elementwise square.</summary>
    /// <remarks>Python: <c>keras.ops.square</c>.</remarks>
    public static Tensor Square(Tensor x) => Run("Square", x, static t => RawOps.Square(BoolToInt(t)));
}
