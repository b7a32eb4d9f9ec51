namespace KerasNet;

/// <summary>Facts about data types: size in bytes, Keras's name, kind.</summary>
public static class DataTypes
{
    /// <summary>Bytes of one element; 0 for text, handles and variants, which have no fixed size.</summary>
    public static int Size(this DataType type) => type switch
    {
        DataType.Bool or DataType.UInt8 or DataType.Int8 => 1,
        DataType.Float16 or DataType.BFloat16 or DataType.Int16 or DataType.UInt16 => 2,
        DataType.Float32 or DataType.Int32 or DataType.UInt32 => 4,
        DataType.Float64 or DataType.Int64 or DataType.UInt64 or DataType.Complex64 => 8,
        DataType.Complex128 => 16,
        _ => 0,
    };

    /// <summary>Keras's name of the type: <c>float32</c>, <c>int64</c>, <c>bool</c>.</summary>
    public static string Name(this DataType type) => type.ToString().ToLowerInvariant();

    /// <summary>True for the real floating-point types.</summary>
    public static bool IsFloating(this DataType type) =>
        type is DataType.Float32 or DataType.Float64 or DataType.Float16 or DataType.BFloat16;

    /// <summary>True for signed and unsigned integers; false for bool.</summary>
    public static bool IsInteger(this DataType type) =>
        type is DataType.Int8 or DataType.Int16 or DataType.Int32 or DataType.Int64
            or DataType.UInt8 or DataType.UInt16 or DataType.UInt32 or DataType.UInt64;

    /// <summary>True for the complex types.</summary>
    public static bool IsComplex(this DataType type) => type is DataType.Complex64 or DataType.Complex128;

    /// <summary>The type in which values of these types meet: what adding them gives. Float32 for none.</summary>
    /// <remarks>Python: <c>keras.backend.result_type</c>.</remarks>
    public static DataType ResultType(params ReadOnlySpan<DataType> dtypes)
    {
        var result = dtypes.IsEmpty ? DataType.Float32 : dtypes[0];
        foreach (var type in dtypes)
        {
            result = DTypePromotion.Of(result, type);
        }

        return result;
    }

    /// <summary>Reads Keras's name of a type.</summary>
    /// <exception cref="ArgumentException">The name is not one of a data type.</exception>
    public static DataType Parse(string name) =>
        !int.TryParse(name, out _) && Enum.TryParse<DataType>(name, ignoreCase: true, out var type) && type != DataType.None
            ? type
            : throw new ArgumentException($"Unknown data type '{name}'. Expected one of: float32, float64, float16, bfloat16, int8, int16, int32, int64, uint8, uint16, uint32, uint64, bool, string, complex64, complex128.", nameof(name));

    /// <summary>The data type that holds a .NET element type.</summary>
    /// <exception cref="NotSupportedException">No data type holds it.</exception>
    public static DataType Of(Type type) =>
        type == typeof(float) ? DataType.Float32 : type == typeof(double) ? DataType.Float64
        : type == typeof(int) ? DataType.Int32 : type == typeof(long) ? DataType.Int64
        : type == typeof(byte) ? DataType.UInt8 : type == typeof(bool) ? DataType.Bool
        : type == typeof(sbyte) ? DataType.Int8 : type == typeof(short) ? DataType.Int16
        : type == typeof(ushort) ? DataType.UInt16 : type == typeof(uint) ? DataType.UInt32
        : type == typeof(ulong) ? DataType.UInt64 : type == typeof(Half) ? DataType.Float16
        : type == typeof(string) ? DataType.String
        : throw new NotSupportedException($"A tensor cannot hold elements of type {type.Name}. Expected float, double, int, long, byte, bool, sbyte, short, ushort, uint, ulong, Half or string.");
}
