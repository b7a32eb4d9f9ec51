namespace KerasNet.Quantizers;

/// <summary>Integers of blocks of numbers, with a scale and a zero for each block.</summary>
internal static class Blocks
{
    /// <summary>Blocks of rows: Keras has two ways, which differ where a block's numbers are all the same.</summary>
    public static (Tensor Outputs, Tensor Scale, Tensor ZeroPoint) Quantize(Tensor x, int size, (int Min, int Max) range, DataType dtype, double epsilon, bool inHostMemory)
    {
        if (x.Rank != 2 || !x.Shape.IsFullyDefined)
        {
            throw new ArgumentException($"Blocks are quantised of a matrix of known size. Received: shape={x.Shape}.", nameof(x));
        }

        var (rows, columns) = (x.Shape[0], x.Shape[1]);
        var count = (rows + size - 1) / size;
        var padded = Ops.Reshape(count * size == rows ? x : Ops.Pad(x, [(0, (count * size) - rows), (0, 0)]), [count, size, columns]);
        Tensor scale, zero;
        if (inHostMemory)
        {
            var min = Ops.Min(padded, 1, keepdims: true);
            scale = Ops.Divide(Ops.Add(Ops.Subtract(Ops.Max(padded, 1, keepdims: true), min), epsilon), range.Max - range.Min);
            zero = Ops.Clip(Ops.Add(Ops.Round(Ops.Divide(Ops.Negative(min), scale)), range.Min), range.Min, range.Max);
        }
        else
        {
            var bits = (int)Math.Log2(range.Max - range.Min + 1);
            (scale, zero) = Parameters(Ops.Transpose(x), bits, symmetric: false, perChannel: true, size, epsilon, signed: true);
            (scale, zero) = (Ops.ExpandDims(Ops.Transpose(scale), 1), Ops.ExpandDims(Ops.Cast(Ops.Transpose(zero), x.DType), 1));
        }

        var outputs = Ops.Clip(Ops.Add(Ops.Round(Ops.Divide(padded, scale)), zero), range.Min, range.Max);
        outputs = Ops.Reshape(Ops.Cast(outputs, dtype), [count * size, columns])[..rows];
        return (outputs, Ops.Squeeze(scale, 1), Ops.Cast(Ops.Squeeze(zero, 1), DataType.Int8));
    }

    /// <summary>Scale and zero of a kernel's transpose <c>(columns, rows)</c>: <c>(columns, blocks)</c>.</summary>
    /// <remarks>Python: <c>compute_quantization_parameters</c> of <c>keras.src.quantizers</c>.</remarks>
    public static (Tensor Scale, Tensor Zero) Parameters(Tensor x, int bits, bool symmetric, bool perChannel, int groupSize, double epsilon = 0, bool signed = false)
    {
        var (columns, rows) = (x.Shape[0], x.Shape[1]);
        var groups = perChannel && groupSize > 0 ? (rows + groupSize - 1) / groupSize : 1;
        var parts = groups > 1
            ? Ops.Reshape(groups * groupSize == rows ? x : Ops.Pad(x, [(0, 0), (0, (groups * groupSize) - rows)]), [columns, groups, groupSize])
            : Ops.Reshape(x, [perChannel ? columns : 1, 1, -1]);
        var (min, max) = (Ops.Min(parts, 2), Ops.Max(parts, 2));
        if (symmetric)
        {
            var greatest = Ops.Maximum(Ops.Abs(min), max);
            (min, max) = (Ops.Where(Ops.Less(min, 0), Ops.Negative(greatest), min), greatest);
        }

        var same = Ops.Equal(min, max);
        (min, max) = (Ops.Where(same, Ops.Subtract(min, 1), min), Ops.Where(same, Ops.Add(max, 1), max));
        var width = Ops.Subtract(max, min);
        var levels = (1 << bits) - 1;
        var scale = Ops.Divide(epsilon > 0 ? Ops.Add(width, epsilon) : width, levels);
        scale = Ops.Where(Ops.LessEqual(scale, 0), 1e-8, scale);
        var lowest = signed ? -(1 << (bits - 1)) : 0;
        var zero = symmetric ? Ops.FullLike(scale, ((levels + 1) / 2) + lowest) : Ops.Round(Ops.Divide(Ops.Negative(min), scale));
        if (signed)
        {
            zero = Ops.Clip(symmetric ? zero : Ops.Add(zero, lowest), lowest, lowest + levels);
        }

        if (!perChannel)
        {
            (scale, zero) = (Ops.Tile(scale, [columns, 1]), Ops.Tile(zero, [columns, 1]));
        }

        // By way of 32 bits: what is below zero wraps, as in Keras.
        return (scale, Ops.Cast(Ops.Cast(zero, DataType.Int32), signed ? DataType.Int8 : DataType.UInt8));
    }

    /// <summary>Integers from 0 to <paramref name="levels"/>, as floats.</summary>
    public static Tensor Levels(Tensor x, Tensor scale, Tensor zero, double levels)
    {
        var safe = Ops.Where(Ops.Equal(scale, 0), 1e-8, scale);
        return Ops.Clip(Ops.Round(Ops.Add(Ops.Divide(x, safe), Ops.Cast(zero, scale.DType))), 0, levels);
    }

    /// <summary>The floats of integers whose blocks an index names, along an axis of scale and zero.</summary>
    /// <remarks>Python: <c>dequantize_with_sz_map</c> of <c>keras.src.quantizers</c>.</remarks>
    public static Tensor Floats(Tensor integers, Tensor scale, Tensor zero, Tensor index, int axis)
    {
        var groups = Ops.Cast(index, DataType.Int32);
        var scales = Ops.Take(scale, groups, axis);
        return Ops.Multiply(Ops.Subtract(integers, Ops.Cast(Ops.Take(zero, groups, axis), scales.DType)), scales);
    }
}
