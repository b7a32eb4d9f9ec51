namespace KerasNet.Quantizers;

/// <summary>Numbers as integers between two limits would be, with TensorFlow's gradients.</summary>
internal static class FakeQuant
{
    public static Tensor Apply(Tensor x, Tensor min, Tensor max, int bits, bool narrow, int? axis)
    {
        var channel = axis is { } a ? x.Shape.Axis(a) : (int?)null;
        if (channel is null ? min.Size != 1 || max.Size != 1 : min.Rank != 1 || max.Rank != 1 || (x.Shape[channel.Value] >= 0 && (min.Shape[0] != x.Shape[channel.Value] || max.Shape[0] != min.Shape[0])))
        {
            throw new ArgumentException($"minVals and maxVals are numbers, or with an axis one number for each of its elements. Received: shapes {min.Shape} and {max.Shape}, inputs.shape={x.Shape}, axis={axis}.", nameof(min));
        }

        var dtype = x.DType;
        Tensor Float(Tensor t) => Ops.Cast(t, DataType.Float32);
        var shape = new TensorShape([.. Enumerable.Range(0, x.Rank).Select(i => i == channel ? min.Shape[0] : 1)]);
        var run = Ops.CustomGradient((Tensor[] t) =>
        {
            var (low, high, steps) = Nudged(Ops.Reshape(t[1], shape), Ops.Reshape(t[2], shape), bits, narrow);

            // Limits of 0 and 0 give 0.
            var empty = Ops.Equal(low, high);
            var (width, zero) = (Ops.Where(empty, 1.0, steps.Scale), Ops.Where(empty, 0.0, low));
            var inverse = Ops.Where(empty, 1.0, steps.Inverse);
            var first = Ops.Floor(Ops.Add(Ops.Multiply(Ops.Negative(zero), inverse), 0.5));
            var shifted = Ops.Subtract(Ops.Minimum(Ops.Maximum(t[0], low), high), low);
            var y = Ops.Multiply(Ops.Floor(Ops.Add(Ops.Subtract(Ops.Multiply(shifted, inverse), first), 0.5)), width);
            y = Ops.Where(empty, 0.0, y);
            Tensor?[] Gradient(Tensor[] dy)
            {
                var (below, above) = (Ops.LogicalAnd(Ops.Less(t[0], low), Ops.LogicalNot(empty)), Ops.LogicalAnd(Ops.Greater(t[0], high), Ops.LogicalNot(empty)));
                Tensor Limit(Tensor outside, Tensor limit) => Ops.Reshape(
                    Ops.Sum(Ops.Where(outside, dy[0], 0.0), [.. Enumerable.Range(0, x.Rank).Where(i => i != channel)]), limit.Shape);
                return [Ops.Where(Ops.LogicalOr(below, above), 0.0, dy[0]), Limit(below, t[1]), Limit(above, t[2])];
            }

            return ([y], Gradient);
        });
        return Ops.Cast(run([Float(x), Float(min), Float(max)])[0], dtype);
    }

    /// <summary>The limits moved so that zero is one of the integers.</summary>
    private static (Tensor Low, Tensor High, (Tensor Scale, Tensor Inverse) Steps) Nudged(Tensor min, Tensor max, int bits, bool narrow)
    {
        var (lowest, highest) = (narrow ? 1.0 : 0.0, (1 << bits) - 1.0);
        var width = Ops.Subtract(max, min);
        var scale = Ops.Divide(width, highest - lowest);
        var zero = Ops.Round(Ops.Clip(Ops.Subtract(lowest, Ops.Divide(min, scale)), lowest, highest));
        var empty = Ops.Equal(width, 0.0);
        Tensor At(double integer) => Ops.Where(empty, 0.0, Ops.Multiply(Ops.Subtract(integer, zero), scale));
        return (At(lowest), At(highest), (scale, Ops.Divide(highest - lowest, width)));
    }
}
