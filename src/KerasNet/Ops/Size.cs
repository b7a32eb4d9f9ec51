namespace KerasNet;

public static partial class Ops
{
    /// <summary>Number of elements, as an int32 number.</summary>
    /// <remarks>Python: <c>keras.ops.size</c>.</remarks>
    public static Tensor Size(Tensor x) => Run("Size", x, RawOps.Size);
}
