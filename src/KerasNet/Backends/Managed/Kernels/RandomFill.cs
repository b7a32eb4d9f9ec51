using System.Numerics;

namespace KerasNet.Backends.Managed;

/// <summary>Fills tensors with random numbers, the 16-bit types included.</summary>
internal static unsafe class RandomFill
{
    public static void Uniform<T>(PhiloxKey start, Tensor y)
        where T : unmanaged, IFloatingPointIeee754<T> => RandomUniform.Fill(start, (T*)y.Pointer, checked((int)y.Size));

    /// <summary>16-bit floats from the lowest bits of each 32-bit number, as many as their fraction holds.</summary>
    public static void UniformNarrow(PhiloxKey start, Tensor y)
    {
        var bits = new uint[y.Size];
        fixed (uint* to = bits)
        {
            RandomUniform.FillBits(start, to, bits.Length);
        }

        if (y.DType == DataType.Float16)
        {
            var half = y.Writable<Half>();
            for (var i = 0; i < bits.Length; i++)
            {
                half[i] = BitConverter.UInt16BitsToHalf((ushort)((bits[i] & 0x3FF) | (15 << 10))) - Half.One;
            }
        }
        else
        {
            Narrow.Round(Array.ConvertAll(bits, b => BitConverter.UInt32BitsToSingle(((b & 0x7F) | (127 << 7)) << 16) - 1), y);
        }
    }

    /// <summary>Normal numbers; 16-bit ones are rounded from float32.</summary>
    public static void Normal(PhiloxKey start, Tensor y, bool truncated)
    {
        switch (y.DType)
        {
            case DataType.Float32: Normal<float>(start, y, truncated); break;
            case DataType.Float64: Normal<double>(start, y, truncated); break;
            default:
                var wide = Tensor.Allocate(DataType.Float32, y.Shape);
                Normal<float>(start, wide, truncated);
                CastOp.Convert(wide, y);
                break;
        }
    }

    public static void Integers(PhiloxKey start, Tensor low, Tensor high, Tensor y)
    {
        var count = checked((int)y.Size);
        if (y.DType == DataType.Int32)
        {
            RandomUniform.Fill(start, low.AsSpan<int>()[0], high.AsSpan<int>()[0], (int*)y.Pointer, count);
        }
        else
        {
            RandomUniform.Fill(start, low.AsSpan<long>()[0], high.AsSpan<long>()[0], (long*)y.Pointer, count);
        }
    }

    public static void Bits(PhiloxKey start, Tensor y)
    {
        if (y.DType.Size() == 4)
        {
            RandomUniform.FillBits(start, (uint*)y.Pointer, checked((int)y.Size));
        }
        else
        {
            RandomUniform.FillBits(start, (ulong*)y.Pointer, checked((int)y.Size));
        }
    }

    /// <summary>Class numbers by logits, in rows.</summary>
    public static void Classes(PhiloxKey start, Tensor logits, int samples, long[] to)
    {
        var wide = Tensor.Allocate(DataType.Float64, logits.Shape);
        CastOp.Convert(logits, wide);
        fixed (long* y = to)
        {
            if (logits.DType == DataType.Float32)
            {
                RandomMultinomial.Fill(start, (float*)logits.Pointer, logits.Shape[0], logits.Shape[1], samples, y);
            }
            else
            {
                RandomMultinomial.Fill(start, (double*)wide.Pointer, logits.Shape[0], logits.Shape[1], samples, y);
            }
        }
    }

    /// <summary>Gamma numbers: one for each element of <paramref name="alpha"/>, <paramref name="samples"/> times.</summary>
    public static void Gamma(PhiloxKey start, Tensor alpha, int samples, Tensor y)
    {
        var count = checked((int)alpha.Size);
        switch (y.DType)
        {
            case DataType.Float32: RandomGamma.Fill(start, (float*)alpha.Pointer, count, samples, (float*)y.Pointer); break;
            case DataType.Float64: RandomGamma.Fill(start, (double*)alpha.Pointer, count, samples, (double*)y.Pointer); break;
            default: throw new NotSupportedException($"Gamma numbers are float32 or float64. Received: {y.DType.Name()}. Draw float32 and cast.");
        }
    }

    private static void Normal<T>(PhiloxKey start, Tensor y, bool truncated)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (truncated)
        {
            RandomNormal.FillTruncated(start, (T*)y.Pointer, checked((int)y.Size));
        }
        else
        {
            RandomNormal.Fill(start, (T*)y.Pointer, checked((int)y.Size));
        }
    }
}
