namespace KerasNet;

public static partial class Ops
{
    /// <summary>Elementwise natural logarithm.</summary>
    /// <remarks>Python: <c>keras.ops.log</c>.</remarks>
    public static Tensor Log(Tensor x) => Run("Log", x, static t => RawOps.Log(ToFloat(t)));
}
