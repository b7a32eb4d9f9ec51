using System.Numerics;

namespace KerasNet.Hdf5.Writing;

/// <summary>.NET's types and HDF5's, and how many bytes a shape takes.</summary>
internal static class ElementTypes
{
    private static readonly Dictionary<Type, Hdf5ElementType> s_known = new()
    {
        [typeof(Half)] = Hdf5ElementType.Float16,
        [typeof(float)] = Hdf5ElementType.Float32,
        [typeof(double)] = Hdf5ElementType.Float64,
        [typeof(sbyte)] = Hdf5ElementType.Int8,
        [typeof(short)] = Hdf5ElementType.Int16,
        [typeof(int)] = Hdf5ElementType.Int32,
        [typeof(long)] = Hdf5ElementType.Int64,
        [typeof(byte)] = Hdf5ElementType.UInt8,
        [typeof(ushort)] = Hdf5ElementType.UInt16,
        [typeof(uint)] = Hdf5ElementType.UInt32,
        [typeof(ulong)] = Hdf5ElementType.UInt64,
        [typeof(bool)] = Hdf5ElementType.Boolean,
        [typeof(Complex)] = Hdf5ElementType.Complex128,
    };

    public static Hdf5ElementType Of<T>()
        where T : unmanaged => s_known.TryGetValue(typeof(T), out Hdf5ElementType type)
            ? type
            : throw new ArgumentException($"Elements of type {typeof(T).Name} are not written. Expected one of {string.Join(", ", s_known.Keys.Select(k => k.Name))}.");

    public static int SizeOf(Hdf5ElementType type) => type switch
    {
        Hdf5ElementType.Int8 or Hdf5ElementType.UInt8 or Hdf5ElementType.Boolean => 1,
        Hdf5ElementType.Float16 or Hdf5ElementType.BFloat16 or Hdf5ElementType.Int16 or Hdf5ElementType.UInt16 => 2,
        Hdf5ElementType.Float32 or Hdf5ElementType.Int32 or Hdf5ElementType.UInt32 => 4,
        Hdf5ElementType.Complex128 => 16,
        _ => 8,
    };

    public static long ByteCount(ReadOnlySpan<long> shape, int elementSize)
    {
        long size = elementSize;
        foreach (long dimension in shape)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(dimension, nameof(shape));
            size = checked(size * dimension);
        }

        return size;
    }

    public static void RequireCount(ReadOnlySpan<long> shape, int elementSize, long bytes, string what)
    {
        if (ByteCount(shape, elementSize) != bytes)
        {
            throw new ArgumentException($"{what} of shape ({string.Join(", ", shape.ToArray())}) has {ByteCount(shape, elementSize) / elementSize} elements. Received: {bytes / elementSize}.", nameof(shape));
        }
    }
}
