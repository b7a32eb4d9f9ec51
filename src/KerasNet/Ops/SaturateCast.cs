namespace KerasNet;

public static partial class Ops
{
    /// <summary>Converts the elements to another type; those that it cannot hold become its smallest or largest number.</summary>
    /// <remarks>Python: <c>keras.ops.saturate_cast</c>.</remarks>
    public static Tensor SaturateCast(Tensor x, DataType dtype) => Run("SaturateCast", x, t => Saturated(t, dtype), ("dtype", dtype));

    private static Tensor Saturated(Tensor x, DataType type)
    {
        var (least, most) = Limits(type);
        if (x.DType == DataType.Bool || type == DataType.Bool || x.DType == type || double.IsInfinity(most))
        {
            return RawOps.Cast(type == DataType.Bool && x.DType != DataType.Bool ? RawOps.ClipByValue(x, Number(0, x), Number(1, x)) : x, type);
        }

        // The bounds must themselves be numbers of the type that is cut.
        var (own, largest) = Limits(x.DType);
        var wide = x.DType.IsFloating() && x.DType.Size() < 4 ? RawOps.Cast(x, DataType.Float32) : x;
        var low = Math.Max(least, own);
        var high = Math.Min(most, largest);
        high = wide.DType == DataType.Float32 && (float)high > high ? MathF.BitDecrement((float)high) : high;
        high = wide.DType == DataType.Float64 && type is DataType.Int64 or DataType.UInt64 ? Math.BitDecrement(high) : high;
        return RawOps.Cast(RawOps.ClipByValue(wide, Limit(low, wide.DType), Limit(high, wide.DType)), type);
    }

    private static Tensor Limit(double value, DataType type) => type switch
    {
        DataType.Int64 => Tensor.Create([value >= long.MaxValue ? long.MaxValue : (long)value], TensorShape.Scalar),
        DataType.UInt64 => Tensor.Create([value >= ulong.MaxValue ? ulong.MaxValue : (ulong)value], TensorShape.Scalar),
        _ => RawOps.Scalar(value, type),
    };

    private static (double Least, double Most) Limits(DataType type) => type switch
    {
        DataType.Bool => (0, 1),
        DataType.UInt8 => (byte.MinValue, byte.MaxValue),
        DataType.Int8 => (sbyte.MinValue, sbyte.MaxValue),
        DataType.UInt16 => (ushort.MinValue, ushort.MaxValue),
        DataType.Int16 => (short.MinValue, short.MaxValue),
        DataType.UInt32 => (uint.MinValue, uint.MaxValue),
        DataType.Int32 => (int.MinValue, int.MaxValue),
        DataType.UInt64 => (ulong.MinValue, ulong.MaxValue),
        DataType.Int64 => (long.MinValue, long.MaxValue),
        DataType.Float16 => (-65504, 65504),
        DataType.BFloat16 => (-3.3895313892515355e38, 3.3895313892515355e38),
        DataType.Float32 => (float.MinValue, float.MaxValue),
        _ => (double.NegativeInfinity, double.PositiveInfinity),
    };
}
