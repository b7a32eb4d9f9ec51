namespace KerasNet;

public static partial class Ops
{
    /// <summary>Dot product: of the last axis of the first with the last but one (of a vector: the only) axis of the second tensor; a number multiplies.</summary>
    /// <remarks>Python: <c>keras.ops.dot</c>.</remarks>
    public static Tensor Dot(Tensor x1, Tensor x2) => Run("Dot", x1, x2, static (a, b) =>
        a.Rank == 0 || b.Rank == 0 ? Scaled(a, b)
        : a.Rank == 2 && b.Rank == 2 ? RawOps.Cast(MatMul(a, b), DTypePromotion.Of(a.DType, b.DType))
        : Contract(a, b, [-1], [b.Rank == 1 ? -1 : -2]));

    /// <summary>Dot product over the last axes of both tensors; a number multiplies.</summary>
    /// <remarks>Python: <c>keras.ops.inner</c>.</remarks>
    public static Tensor Inner(Tensor x1, Tensor x2) => Run("Inner", x1, x2, static (a, b) =>
        a.Rank == 0 || b.Rank == 0 ? Scaled(a, b) : Contract(a, b, [-1], [-1]));

    /// <summary>Dot product of all elements of two tensors in one row.</summary>
    /// <remarks>Python: <c>keras.ops.vdot</c>.</remarks>
    public static Tensor Vdot(Tensor x1, Tensor x2) => Run("Vdot", x1, x2, static (a, b) =>
        Contract(RawOps.Reshape(a, RawOps.Constant(-1)), RawOps.Reshape(b, RawOps.Constant(-1)), [0], [0]));

    /// <summary>All products of an element of the first and an element of the second tensor.</summary>
    /// <remarks>Python: <c>keras.ops.outer</c>.</remarks>
    public static Tensor Outer(Tensor x1, Tensor x2) => Run("Outer", x1, x2, static (a, b) =>
        Scaled(RawOps.Reshape(a, RawOps.Constant(-1, 1)), RawOps.Reshape(b, RawOps.Constant(1, -1))));

    private static Tensor Scaled(Tensor a, Tensor b)
    {
        (a, b) = PromoteArrays(a, b);
        return a.DType == DataType.Bool ? RawOps.LogicalAnd(a, b) : RawOps.Mul(a, b);
    }
}
