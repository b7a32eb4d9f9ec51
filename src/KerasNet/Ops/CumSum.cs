namespace KerasNet;

public static partial class Ops
{
    /// <summary>Running sums along an axis, or over all elements in one row.</summary>
    /// <remarks>Python: <c>keras.ops.cumsum</c>.</remarks>
    public static Tensor CumSum(Tensor x, int? axis = null, DataType? dtype = null) => Run("Cumsum", x, t => Running(t, axis, dtype, RawOps.Cumsum), ("axis", axis), ("dtype", dtype));

    private static Tensor Running(Tensor x, int? axis, DataType? dtype, Func<Tensor, int, bool, bool, Tensor> run)
    {
        x = BoolToInt(dtype is { } type ? RawOps.Cast(x, type) : x);
        return axis is { } along ? run(x, x.Shape.Axis(along), false, false) : run(RawOps.Reshape(x, RawOps.Constant(-1)), 0, false, false);
    }
}
