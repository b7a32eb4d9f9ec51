namespace KerasNet;

public static partial class Ops
{
    /// <summary>Elementwise <c>x1 &gt; x2</c>, with broadcasting.</summary>
    /// <remarks>Python: <c>keras.ops.greater</c>.</remarks>
    public static Tensor Greater(Tensor x1, Tensor x2) => Run("Greater", x1, x2, static (a, b) =>
    {
        (a, b) = PromoteArrays(a, b);
        return RawOps.Greater(a, b);
    });
}
