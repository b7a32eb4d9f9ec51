namespace KerasNet;

public static partial class Ops
{
    /// <summary>Number of axes.</summary>
    /// <remarks>Python: <c>keras.ops.ndim</c>.</remarks>
    public static int Ndim(Tensor x) => x.Rank;
}
