namespace KerasNet.Quantizers;

/// <summary>AWQ: multiplies the rows of a kernel by powers of how large their inputs were, tries several powers, and rounds with the best.</summary>
/// <remarks>Python: <c>keras.src.quantizers.awq</c>. Source: Lin et al., 2023.</remarks>
/// <param name="config">Groups and powers.</param>
/// <param name="rows">Rows of the kernel.</param>
internal sealed class Awq(AWQConfig config, int rows) : ICalibration
{
    private const int Bits = 4;

    private Tensor _greatest = Ops.Zeros(rows);

    public void See(Tensor inputs) => _greatest = Ops.Maximum(_greatest, Ops.Max(Ops.Abs(Ops.Cast(inputs, DataType.Float32)), 0));

    public CalibratedValues Quantize(Tensor kernel)
    {
        var weights = Ops.Transpose(Ops.Cast(kernel, DataType.Float32));
        var magnitudes = Ops.Where(Ops.Less(_greatest, 1e-8), 1.0, _greatest);
        var (best, least) = (Ops.Ones(rows), double.PositiveInfinity);
        for (var i = 0; i <= config.NumGridPoints; i++)
        {
            var factors = Factors(magnitudes, (double)i / config.NumGridPoints);
            var loss = Loss(weights, magnitudes, factors);
            if (i == 0 || loss < least)
            {
                (best, least) = (factors, loss);
            }
        }

        var (integers, scale, zero, index) = Rounded(Ops.Multiply(weights, best));
        return new CalibratedValues(integers, scale, zero, index, best);
    }

    private static Tensor Factors(Tensor magnitudes, double power)
    {
        var factors = Ops.Maximum(power == 0 ? Ops.OnesLike(magnitudes) : Ops.Power(magnitudes, power), 1e-4);
        return Ops.Divide(factors, Ops.Maximum(Ops.Sqrt(Ops.Multiply(Ops.Max(factors), Ops.Min(factors))), 1e-8));
    }

    /// <summary>The mean square error of the weights, each row by the square of its inputs' magnitude.</summary>
    private double Loss(Tensor weights, Tensor magnitudes, Tensor factors)
    {
        var (integers, scale, zero, index) = Rounded(Ops.Multiply(weights, factors));
        var floats = config.GroupSize == -1
            ? Ops.Multiply(scale, Ops.Subtract(integers, Ops.Cast(zero, scale.DType)))
            : Blocks.Floats(integers, scale, zero, index, -1);
        return Ops.Mean(Ops.Multiply(Ops.Square(Ops.Subtract(weights, Ops.Divide(floats, factors))), Ops.Square(magnitudes))).ToDouble();
    }

    private (Tensor Integers, Tensor Scale, Tensor Zero, Tensor Index) Rounded(Tensor weights)
    {
        var (scale, zero) = Blocks.Parameters(weights, Bits, symmetric: false, perChannel: true, config.GroupSize);
        var size = config.GroupSize == -1 ? rows : config.GroupSize;
        int[] groups = [.. Enumerable.Range(0, rows).Select(i => i / size)];
        var integers = Blocks.Levels(weights, Ops.Take(scale, groups, -1), Ops.Take(zero, groups, -1), (1 << Bits) - 1);
        return (integers, scale, zero, Ops.Cast(groups, DataType.Float32));
    }
}
