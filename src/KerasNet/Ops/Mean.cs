namespace KerasNet;

public static partial class Ops
{
    /// <summary>Mean of elements, over one axis or all.</summary>
    /// <remarks>Python: <c>keras.ops.mean</c>.</remarks>
    public static Tensor Mean(Tensor x, int? axis = null, bool keepdims = false) => Reduce("Mean", x, axis, keepdims, MeanOf);

    /// <summary>Mean of elements, over several axes.</summary>
    /// <remarks>Python: <c>keras.ops.mean</c>.</remarks>
    public static Tensor Mean(Tensor x, int[]? axis, bool keepdims = false) => Reduce("Mean", x, axis, keepdims, MeanOf);

    /// <summary>16-bit floats are averaged as float32, integers give floats.</summary>
    private static Tensor MeanOf(Tensor x, Tensor axes, bool keepDims)
    {
        var compute = x.DType == DataType.Float64 ? DataType.Float64 : DataType.Float32;
        var mean = RawOps.Mean(RawOps.Cast(x, compute), axes, keepDims);
        return x.DType.IsFloating() ? RawOps.Cast(mean, x.DType) : mean;
    }
}
