namespace KerasNet;

public static partial class Ops
{
    /// <summary>Elementwise <c>x1 = x2</c>, with broadcasting.</summary>
    /// <remarks>Python: <c>keras.ops.equal</c>.</remarks>
    public static Tensor Equal(Tensor x1, Tensor x2) => Run("Equal", x1, x2, static (a, b) =>
    {
        (a, b) = PromoteArrays(a, b);
        return RawOps.Equal(a, b);
    });
}
