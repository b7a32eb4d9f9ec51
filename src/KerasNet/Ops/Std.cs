namespace KerasNet;

public static partial class Ops
{
    /// <summary>Standard deviation of elements, over one axis or all.</summary>
    /// <remarks>Python: <c>keras.ops.std</c>.</remarks>
    public static Tensor Std(Tensor x, int? axis = null, bool keepdims = false) => Reduce("Std", x, axis, keepdims, static (t, axes, keep) => Deviation(t, axes, keep));

    /// <summary>Standard deviation of elements, over several axes.</summary>
    /// <remarks>Python: <c>keras.ops.std</c>.</remarks>
    public static Tensor Std(Tensor x, int[]? axis, bool keepdims = false) => Reduce("Std", x, axis, keepdims, static (t, axes, keep) => Deviation(t, axes, keep));

    private static Tensor Deviation(Tensor x, Tensor axes, bool keepDims)
    {
        var type = x.DType.IsFloating() ? x.DType : Keras.Config.FloatX;
        var wide = RawOps.Cast(x, type == DataType.Float64 ? DataType.Float64 : DataType.Float32);
        return RawOps.Cast(RawOps.Sqrt(SquaredDeviation(wide, axes, keepDims)), type);
    }
}
