namespace KerasNet;

public static partial class Ops
{
    /// <summary>Largest integer not above each element.</summary>
    /// <remarks>Python: <c>keras.ops.floor</c>.</remarks>
    public static Tensor Floor(Tensor x) => Run("Floor", x, static t => RawOps.Floor(ToFloat(t)));
}
