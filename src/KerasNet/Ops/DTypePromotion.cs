namespace KerasNet;

/// <summary>The type in which operands of two types meet.</summary>
/// <remarks>Python: <c>keras.backend.result_type</c>.</remarks>
internal static class DTypePromotion
{
    public static DataType Of(Tensor a, Tensor b) =>
        a.IsWeak && !b.IsWeak ? WeakWith(a.DType, b.DType)
        : b.IsWeak && !a.IsWeak ? WeakWith(b.DType, a.DType)
        : Of(a.DType, b.DType);

    public static DataType Of(DataType a, DataType b)
    {
        if (a == b)
        {
            return a;
        }

        if (a == DataType.Bool || b == DataType.Bool)
        {
            return a == DataType.Bool ? b : a;
        }

        if (a.IsComplex() || b.IsComplex())
        {
            return a is DataType.Complex128 or DataType.Float64 || b is DataType.Complex128 or DataType.Float64 ? DataType.Complex128 : DataType.Complex64;
        }

        if (a.IsFloating() && b.IsFloating())
        {
            return a.Size() == b.Size() ? DataType.Float32 : a.Size() > b.Size() ? a : b;
        }

        if (a.IsFloating() || b.IsFloating())
        {
            return a.IsFloating() ? a : b;
        }

        return Integers(a, b);
    }

    private static DataType WeakWith(DataType weak, DataType strong) =>
        weak.IsFloating() && !strong.IsFloating() && !strong.IsComplex() ? Keras.Config.FloatX
        : strong == DataType.Bool && weak != DataType.Bool ? weak
        : strong;

    private static DataType Integers(DataType a, DataType b)
    {
        var (signedA, signedB) = (IsSigned(a), IsSigned(b));
        if (signedA == signedB)
        {
            return a.Size() > b.Size() ? a : b;
        }

        var (signed, unsigned) = signedA ? (a, b) : (b, a);
        return signed.Size() > unsigned.Size() ? signed : unsigned.Size() switch
        {
            1 => DataType.Int16,
            2 => DataType.Int32,
            4 => DataType.Int64,
            _ => DataType.Float32,
        };
    }

    private static bool IsSigned(DataType type) => type is DataType.Int8 or DataType.Int16 or DataType.Int32 or DataType.Int64;
}
