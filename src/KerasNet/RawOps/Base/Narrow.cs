namespace KerasNet;

/// <summary>bfloat16 on the managed backend: widened to float32, computed, rounded to nearest even.</summary>
internal static class Narrow
{
    public delegate void UnaryKernel(ReadOnlySpan<float> x, Span<float> y);

    public delegate void BinaryKernel(ReadOnlySpan<float> a, ReadOnlySpan<float> b, Span<float> y);

    public static void Unary(Tensor x, Tensor y, UnaryKernel compute)
    {
        var wide = Widen(x);
        compute(wide, wide);
        Round(wide, y);
    }

    /// <summary>A 16-bit float tensor as float32; any other as it is.</summary>
    public static Tensor ToFloat(Tensor x)
    {
        if (x.DType is not (DataType.Float16 or DataType.BFloat16))
        {
            return x;
        }

        var wide = Tensor.Allocate(DataType.Float32, x.Shape);
        CastOp.Convert(x, wide);
        return wide;
    }

    public static float[] Widen(Tensor x)
    {
        Check(x);
        var source = x.AsSpan<ushort>();
        var wide = new float[source.Length];
        for (var i = 0; i < wide.Length; i++)
        {
            wide[i] = BitConverter.Int32BitsToSingle(source[i] << 16);
        }

        return wide;
    }

    public static void Round(ReadOnlySpan<float> wide, Tensor y)
    {
        Check(y);
        var target = y.Writable<ushort>();
        for (var i = 0; i < target.Length; i++)
        {
            target[i] = Round(wide[i]);
        }
    }

    public static ushort Round(float value)
    {
        var bits = BitConverter.SingleToUInt32Bits(value);
        return float.IsNaN(value) ? (ushort)0x7FC0 : (ushort)((bits + 0x7FFF + ((bits >> 16) & 1)) >> 16);
    }

    private static void Check(Tensor x)
    {
        if (x.DType != DataType.BFloat16)
        {
            throw new NotSupportedException($"The managed backend does not compute this op on {x.DType.Name()}. Cast to float32 first.");
        }
    }
}
