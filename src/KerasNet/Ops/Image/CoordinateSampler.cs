namespace KerasNet;

/// <summary>Looks up elements between the elements of a tensor.</summary>
internal sealed class CoordinateSampler
{
    private readonly bool _linear;
    private readonly string _fillMode;
    private readonly double _fillValue;

    public CoordinateSampler(int order, string fillMode, double fillValue)
    {
        if (order is not (0 or 1))
        {
            throw new NotSupportedException($"map_coordinates currently requires order<=1. Received: order={order}");
        }

        (_linear, _fillMode, _fillValue) = (order == 1, fillMode, fillValue);
    }

    /// <summary>Elements, or rows where there are fewer coordinates than axes.</summary>
    /// <param name="x">The tensor.</param>
    /// <param name="coordinates">Where to look, for each of the first axes; all of one shape.</param>
    /// <param name="rows">Exact indices of an axis before these; null without one.</param>
    public Tensor Sample(Tensor x, Tensor[] coordinates, Tensor? rows)
    {
        var type = coordinates[0].DType;
        var first = rows is null ? 0 : 1;
        var axes = coordinates.Select((c, i) => Neighbours(c, RawOps.Dim(x, first + i))).ToArray();
        var trailing = x.Rank - first - coordinates.Length;
        Tensor? sum = null;
        for (var corner = 0; corner < 1 << (_linear ? axes.Length : 0); corner++)
        {
            var chosen = axes.Select((a, i) => a[(corner >> i) & 1]).ToArray();
            Tensor[] indices = [.. rows is null ? [] : new[] { rows }, .. chosen.Select(n => n.Index)];
            var value = RawOps.Cast(RawOps.GatherNd(x, RawOps.Pack(indices, coordinates[0].Rank)), type);
            if (_fillMode == "constant")
            {
                var valid = Raised(chosen.Select(n => n.Valid!).Aggregate(RawOps.LogicalAnd), trailing);
                value = RawOps.SelectV2(valid, value, RawOps.Scalar(_fillValue, type));
            }

            if (_linear)
            {
                value = RawOps.Mul(value, Raised(chosen.Select(n => n.Weight!).Aggregate(RawOps.Mul), trailing));
            }

            sum = sum is null ? value : RawOps.AddV2(sum, value);
        }

        return RawOps.Cast(x.DType.IsInteger() && type.IsFloating() ? RawOps.Round(sum!) : sum!, x.DType);
    }

    private (Tensor Index, Tensor? Valid, Tensor? Weight)[] Neighbours(Tensor coordinate, Tensor size)
    {
        if (!_linear)
        {
            var nearest = Inside(RawOps.Cast(coordinate.DType.IsFloating() ? RawOps.Round(coordinate) : coordinate, DataType.Int32), size);
            return [(nearest.Index, nearest.Valid, null)];
        }

        var lower = RawOps.Floor(coordinate);
        var above = RawOps.Sub(coordinate, lower);
        var index = RawOps.Cast(lower, DataType.Int32);
        var (a, b) = (Inside(index, size), Inside(RawOps.AddV2(index, RawOps.Scalar(1)), size));
        return [(a.Index, a.Valid, RawOps.Sub(RawOps.Scalar(1, above.DType), above)), (b.Index, b.Valid, above)];
    }

    /// <summary>An index within the axis, and where it was within from the start.</summary>
    private (Tensor Index, Tensor? Valid) Inside(Tensor index, Tensor size)
    {
        var (zero, last) = (RawOps.Scalar(0), RawOps.Sub(size, RawOps.Scalar(1)));
        switch (_fillMode)
        {
            case "constant":
                return (RawOps.ClipByValue(index, zero, last), RawOps.LogicalAnd(RawOps.GreaterEqual(index, zero), RawOps.Less(index, size)));
            case "nearest":
                return (RawOps.ClipByValue(index, zero, last), null);
            case "wrap":
                return (RawOps.FloorMod(index, size), null);
            default:
                // Keras's two modes of mirrors differ on the way back only.
                var period = RawOps.Mul(size, RawOps.Scalar(2));
                var rest = RawOps.FloorMod(RawOps.Abs(index), period);
                var back = RawOps.Sub(period, rest);
                return (RawOps.SelectV2(RawOps.Less(rest, size), rest, _fillMode == "reflect" ? RawOps.Sub(back, RawOps.Scalar(1)) : back), null);
        }
    }

    private static Tensor Raised(Tensor x, int axes)
    {
        for (; axes > 0; axes--)
        {
            x = RawOps.ExpandDims(x, x.Rank);
        }

        return x;
    }
}
