namespace KerasNet;

public static partial class Ops
{
    /// <summary>Position of the greatest element along an axis, or among all elements; of equal ones the first. The result is int32.</summary>
    /// <remarks>Python: <c>keras.ops.argmax</c>.</remarks>
    public static Tensor Argmax(Tensor x, int? axis = null, bool keepdims = false) =>
        Run("Argmax", x, t => Position(t, axis, keepdims, RawOps.ArgMax), ("axis", axis), ("keepdims", keepdims));

    private static Tensor Position(Tensor x, int? axis, bool keepDims, Func<Tensor, int, Tensor> find)
    {
        if (x.DType == DataType.Bool)
        {
            x = RawOps.Cast(x, DataType.Int32);
        }

        x = ApartFromZero(x);
        if (axis is { } along && x.Rank > 0)
        {
            var position = find(x, x.Shape.Axis(along));
            return keepDims ? RawOps.ExpandDims(position, x.Shape.Axis(along)) : position;
        }

        var found = find(RawOps.Reshape(x, RawOps.Constant(-1)), 0);
        return keepDims ? RawOps.Reshape(found, new TensorShape([.. Enumerable.Repeat(1, x.Rank)])) : found;
    }

    /// <summary>As in Keras, minus zero, and with it what a processor takes for it, is less than zero.</summary>
    private static Tensor ApartFromZero(Tensor x)
    {
        if (x.Rank == 0 || x.DType is not (DataType.Float32 or DataType.Float64))
        {
            return x;
        }

        var (bits, least) = x.DType == DataType.Float32 ? (DataType.Int32, 1.1754943508222875e-38) : (DataType.Int64, 2.2250738585072014e-308);
        var negative = RawOps.Less(RawOps.Bitcast(x, bits), RawOps.Scalar(0, bits));
        var isMinusZero = RawOps.LogicalAnd(RawOps.Less(RawOps.Abs(x), Number(least, x)), negative);
        return RawOps.SelectV2(isMinusZero, Number(-least, x), x);
    }
}
