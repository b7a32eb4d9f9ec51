namespace KerasNet;

public static partial class Ops
{
    /// <summary>Elementwise <c>x1 &lt;= x2</c>, with broadcasting.</summary>
    /// <remarks>Python: <c>keras.ops.less_equal</c>.</remarks>
    public static Tensor LessEqual(Tensor x1, Tensor x2) => Run("LessEqual", x1, x2, static (a, b) =>
    {
        (a, b) = PromoteArrays(a, b);
        return RawOps.LessEqual(a, b);
    });
}
