namespace KerasNet;

/// <summary>Gradient of a projection by its images: each output pixel's gradient goes, weighted, to the pixels that it was made of.</summary>
internal static class ProjectionGradient
{
    public static Tensor Of(Tensor x, Tensor transforms, Tensor dy, string interpolation, string fillMode)
    {
        var (n, h, w, c) = (RawOps.Dim(x, 0), RawOps.Dim(x, 1), RawOps.Dim(x, 2), RawOps.Dim(x, 3));
        var (across, down) = Coordinates(transforms, dy, (h, w), fillMode);
        var wide = RawOps.Cast(dy, DataType.Float32);
        Tensor? sum = null;
        foreach (var (row, column, weight) in interpolation == "BILINEAR" ? Corners(down, across) : [(Nearest(down), Nearest(across), null)])
        {
            var valid = Ops.LogicalAnd(Ops.LogicalAnd(row >= 0.0, row < RawOps.Cast(h, DataType.Float32)), Ops.LogicalAnd(column >= 0.0, column < RawOps.Cast(w, DataType.Float32)));
            var image = Ops.Reshape(RawOps.Range(n), (-1, 1, 1));
            var pixel = RawOps.AddV2(RawOps.Mul(RawOps.AddV2(RawOps.Mul(image, h), Int(row, valid)), w), Int(column, valid));
            var part = wide * Ops.ExpandDims(weight is null ? RawOps.Cast(valid, DataType.Float32) : Ops.Where(valid, weight, Ops.ZerosLike(weight)), -1);
            var pixels = RawOps.Mul(RawOps.Mul(n, h), w);
            var placed = RawOps.UnsortedSegmentSum(part, pixel, pixels);
            sum = sum is null ? placed : RawOps.AddV2(sum, placed);
        }

        return RawOps.Cast(RawOps.Reshape(sum!, RawOps.Pack([n, h, w, c])), x.DType);
    }

    private static (Tensor Across, Tensor Down) Coordinates(Tensor transforms, Tensor dy, (Tensor H, Tensor W) size, string fillMode)
    {
        var t = RawOps.Split(RawOps.ExpandDims(transforms, 2), 8, 1);
        var x = Ops.Reshape(RawOps.Cast(RawOps.Range(RawOps.Dim(dy, 2)), DataType.Float32), (1, 1, -1));
        var y = Ops.Reshape(RawOps.Cast(RawOps.Range(RawOps.Dim(dy, 1)), DataType.Float32), (1, -1, 1));
        var k = (t[6] * x) + (t[7] * y) + 1.0;
        // Every image has coordinates of its own, also under one transform.
        var all = RawOps.BroadcastTo(k, RawOps.Slice(RawOps.Shape(dy), RawOps.Constant(0), RawOps.Constant(3)));
        return (Inside(((t[0] * x) + (t[1] * y) + t[2]) / all, size.W, fillMode), Inside(((t[3] * x) + (t[4] * y) + t[5]) / all, size.H, fillMode));
    }

    private static Tensor Inside(Tensor coordinate, Tensor length, string fillMode)
    {
        if (fillMode == "CONSTANT")
        {
            return coordinate;
        }

        var size = RawOps.Cast(length, DataType.Float32);
        var last = size - 1.0;
        var (below, above) = fillMode switch
        {
            "WRAP" => (coordinate + (size * (Whole(-coordinate / last) + 1.0)), coordinate - (size * Whole(coordinate / last))),
            "REFLECT" => (Turned(coordinate, size), Back(coordinate, size)),
            _ => (coordinate, coordinate),
        };
        return Ops.Clip(Ops.Where(coordinate < 0.0, below, Ops.Where(coordinate > last, above, coordinate)), 0.0, last);
    }

    private static Tensor Turned(Tensor coordinate, Tensor size)
    {
        var turned = (2.0 * size * Whole(-coordinate / (2.0 * size))) + coordinate;
        return Ops.Where(turned < -size, turned + (2.0 * size), -turned - 1.0);
    }

    private static Tensor Back(Tensor coordinate, Tensor size)
    {
        var rest = coordinate - (2.0 * size * Whole(coordinate / (2.0 * size)));
        return Ops.Where(rest >= size, (2.0 * size) - rest - 1.0, rest);
    }

    private static IEnumerable<(Tensor Row, Tensor Column, Tensor? Weight)> Corners(Tensor down, Tensor across)
    {
        var (top, left) = (RawOps.Floor(down), RawOps.Floor(across));
        var (lower, right) = (down - top, across - left);
        yield return (top, left, (1.0 - lower) * (1.0 - right));
        yield return (top, left + 1.0, (1.0 - lower) * right);
        yield return (top + 1.0, left, lower * (1.0 - right));
        yield return (top + 1.0, left + 1.0, lower * right);
    }

    /// <summary>Rounded, halves away from zero.</summary>
    private static Tensor Nearest(Tensor x) => Ops.Sign(x) * RawOps.Floor(Ops.Abs(x) + 0.5);

    private static Tensor Whole(Tensor x) => Ops.Trunc(x);

    private static Tensor Int(Tensor x, Tensor valid) => RawOps.Cast(Ops.Where(valid, x, Ops.ZerosLike(x)), DataType.Int32);
}
