namespace KerasNet;

public static partial class Ops
{
    /// <summary>Elements of <paramref name="x1"/> where the condition holds, of <paramref name="x2"/> elsewhere; all broadcast.</summary>
    /// <remarks>Python: <c>keras.ops.where</c>.</remarks>
    public static Tensor Where(Tensor condition, Tensor x1, Tensor x2) => Run("Where", [condition, x1, x2], t =>
    {
        var (a, b) = Promote(t[1], t[2]);
        return RawOps.SelectV2(RawOps.Cast(t[0], DataType.Bool), a, b);
    });

    /// <summary>Positions of the elements that are not zero: one vector for each axis.</summary>
    public static Tensors Where(Tensor condition) => Nonzero(condition);
}
