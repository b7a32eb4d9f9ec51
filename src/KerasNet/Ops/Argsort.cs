namespace KerasNet;

public static partial class Ops
{
    /// <summary>Positions that sort the elements along an axis; equal ones keep their order. Of the flattened tensor when the axis is null.</summary>
    /// <remarks>Python: <c>keras.ops.argsort</c>.</remarks>
    public static Tensor Argsort(Tensor x, int? axis = -1) => Run("Argsort", x, t => Sorted(t.DType == DataType.Bool ? RawOps.Cast(t, DataType.Int8) : t, axis).Positions, ("axis", axis));

    /// <summary>Values in ascending order, and the positions where they stood.</summary>
    private static (Tensor Values, Tensor Positions) Sorted(Tensor x, int? axis)
    {
        if (x.Rank == 0)
        {
            return (x, RawOps.Constant(0));
        }

        var (t, a) = Along(x, axis);
        var (values, positions) = RawOps.TopKV2(Reversed(RawOps.Swap(t, a)), RawOps.Dim(t, a));
        return (RawOps.Swap(Reversed(values), a), RawOps.Swap(positions, a));
    }

    /// <summary>Turns the order of numbers round; done twice it changes nothing.</summary>
    private static Tensor Reversed(Tensor x) => x.DType switch
    {
        DataType.UInt8 or DataType.UInt16 or DataType.UInt32 or DataType.UInt64 => RawOps.Sub(Largest(x.DType), x),
        var type when type.IsInteger() => RawOps.Sub(RawOps.Neg(x), RawOps.Scalar(1, type)),
        _ => RawOps.Neg(x),
    };

    private static Tensor Largest(DataType type) => type switch
    {
        DataType.UInt8 => Tensor.Create([byte.MaxValue], TensorShape.Scalar),
        DataType.UInt16 => Tensor.Create([ushort.MaxValue], TensorShape.Scalar),
        DataType.UInt32 => Tensor.Create([uint.MaxValue], TensorShape.Scalar),
        _ => Tensor.Create([ulong.MaxValue], TensorShape.Scalar),
    };
}
