namespace KerasNet;

public static partial class Ops
{
    /// <summary>Variance of elements, over one axis or all.</summary>
    /// <remarks>Python: <c>keras.ops.var</c>.</remarks>
    public static Tensor Var(Tensor x, int? axis = null, bool keepdims = false) => Reduce("Var", x, axis, keepdims, static (t, axes, keep) => Variance(t, axes, keep));

    /// <summary>Variance of elements, over several axes.</summary>
    /// <remarks>Python: <c>keras.ops.var</c>.</remarks>
    public static Tensor Var(Tensor x, int[]? axis, bool keepdims = false) => Reduce("Var", x, axis, keepdims, static (t, axes, keep) => Variance(t, axes, keep));

    private static Tensor Variance(Tensor x, Tensor axes, bool keepDims)
    {
        var wide = RawOps.Cast(x, x.DType == DataType.Float64 ? DataType.Float64 : DataType.Float32);
        return RawOps.Cast(SquaredDeviation(wide, axes, keepDims), x.DType.IsFloating() ? x.DType : Keras.Config.FloatX);
    }

    private static Tensor SquaredDeviation(Tensor x, Tensor axes, bool keepDims) =>
        RawOps.Mean(RawOps.Square(RawOps.Sub(x, RawOps.Mean(x, axes, keepDims: true))), axes, keepDims);
}
