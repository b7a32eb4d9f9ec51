namespace KerasNet;

public static partial class Ops
{
    /// <summary>Elementwise <c>x1 &lt; x2</c>, with broadcasting.</summary>
    /// <remarks>Python: <c>keras.ops.less</c>.</remarks>
    public static Tensor Less(Tensor x1, Tensor x2) => Run("Less", x1, x2, static (a, b) =>
    {
        (a, b) = PromoteArrays(a, b);
        return RawOps.Less(a, b);
    });
}
