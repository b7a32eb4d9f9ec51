using System.Buffers;

namespace KerasNet;

/// <summary>Reads single elements of a value, whatever its type. Not for loops over big tensors.</summary>
internal static class NumberReader
{
    public static unsafe double At(Tensor t, long i) => t.DType switch
    {
        DataType.Float32 => ((float*)t.Pointer)[i],
        DataType.Float64 => ((double*)t.Pointer)[i],
        DataType.Int32 => ((int*)t.Pointer)[i],
        DataType.Int64 => ((long*)t.Pointer)[i],
        DataType.UInt8 => t.Pointer[i],
        DataType.Bool => t.Pointer[i] != 0 ? 1 : 0,
        DataType.Int8 => ((sbyte*)t.Pointer)[i],
        DataType.Int16 => ((short*)t.Pointer)[i],
        DataType.UInt16 => ((ushort*)t.Pointer)[i],
        DataType.UInt32 => ((uint*)t.Pointer)[i],
        DataType.UInt64 => ((ulong*)t.Pointer)[i],
        DataType.Float16 => (double)((Half*)t.Pointer)[i],
        DataType.BFloat16 => BitConverter.Int32BitsToSingle(((ushort*)t.Pointer)[i] << 16),
        _ => throw new InvalidOperationException($"A tensor of {t.DType.Name()} does not convert to a number."),
    };

    /// <summary>An integer tensor's elements: a shape, axes, sizes.</summary>
    public static int[] Ints(Tensor t)
    {
        var values = new int[t.Shape.Size];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = checked((int)At(t, i));
        }

        GC.KeepAlive(t);

        return values;
    }
}
