namespace KerasNet.Quantizers;

/// <summary>A type of 8-bit floats: numbers are rounded to those that it holds, in 32 bits.</summary>
/// <param name="Max">Its greatest number.</param>
/// <param name="FractionBits">Bits after the leading one.</param>
/// <param name="MinExponent">Power of two of the least normal number.</param>
internal sealed record Float8(double Max, int FractionBits, int MinExponent)
{
    /// <summary><c>float8_e4m3fn</c>: for values.</summary>
    public static readonly Float8 E4M3 = new(448, 3, -6);

    /// <summary><c>float8_e5m2</c>: for gradients.</summary>
    public static readonly Float8 E5M2 = new(57344, 2, -14);

    public static Float8 Of(string name) => name switch
    {
        "float8_e4m3fn" => E4M3,
        "float8_e5m2" => E5M2,
        _ => throw new ArgumentException($"The 8-bit floats are 'float8_e4m3fn' and 'float8_e5m2'. Received: quantized_dtype='{name}'.", nameof(name)),
    };

    public static Tensor Scale(Tensor amax, Tensor scale, Tensor dtypeMax, int margin)
    {
        var before = Ops.Reciprocal(scale);
        var factor = Ops.Divide(Ops.Divide(dtypeMax, amax), Math.Pow(2, margin));
        factor = Ops.Where(Ops.Greater(amax, 0.0), factor, before);
        return Ops.Reciprocal(Ops.Where(Ops.IsFinite(amax), factor, before));
    }

    public static Tensor History(Tensor x, Tensor history)
    {
        var greatest = Ops.Cast(Ops.Max(Ops.Abs(x)), history.DType);
        return Ops.ScatterUpdate(Ops.Roll(history, -1), new int[,] { { 0 } }, Ops.Reshape(greatest, [1]));
    }

    public Tensor Rounded(Tensor x, Tensor scale, DataType dtype)
    {
        scale = Ops.Cast(scale, dtype);
        var scaled = Ops.Clip(Ops.Divide(x, scale), -Max, Max);
        return Ops.Multiply(Ops.Cast(Nearest(Ops.Cast(scaled, DataType.Float32)), dtype), scale);
    }

    /// <summary>To the nearest, ties to even: bits of the fraction are rounded off, and below the least normal number all steps are the same.</summary>
    private Tensor Nearest(Tensor x)
    {
        var dropped = 23 - FractionBits;
        var bits = RawOps.Bitcast(x, DataType.Int32);
        var odd = RawOps.BitwiseAnd(RawOps.RightShift(bits, RawOps.Scalar(dropped)), RawOps.Scalar(1));
        var up = RawOps.AddV2(RawOps.AddV2(bits, odd), RawOps.Scalar((1 << (dropped - 1)) - 1));
        var normal = RawOps.Bitcast(RawOps.BitwiseAnd(up, RawOps.Scalar(-1 << dropped)), DataType.Float32);
        var steps = Math.Pow(2, FractionBits - MinExponent);
        return Ops.Where(Ops.Less(Ops.Abs(x), Math.Pow(2, MinExponent)), Ops.Divide(Ops.Round(Ops.Multiply(x, steps)), steps), normal);
    }
}
