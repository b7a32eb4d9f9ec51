namespace KerasNet;

public static partial class Ops
{
    /// <summary>Numbers below which given shares of the elements lie, over one axis or all.</summary>
    /// <remarks>Python: <c>keras.ops.quantile</c>.</remarks>
    /// <param name="x">Numbers.</param>
    /// <param name="q">Shares from 0 to 1; their axes come first in the result.</param>
    /// <param name="axis">The axis; null: all.</param>
    /// <param name="method"><c>linear</c>, <c>lower</c>, <c>higher</c>, <c>midpoint</c> or <c>nearest</c>, where a share lies between two elements.</param>
    /// <param name="keepdims">Whether axes stay with size 1.</param>
    public static Tensor Quantile(Tensor x, Tensor q, int? axis = null, string method = "linear", bool keepdims = false) => Quantiles("Quantile", x, q, 1, axis is { } a ? [a] : null, method, keepdims, false);

    /// <summary>Numbers below which given shares of the elements lie, over several axes.</summary>
    /// <remarks>Python: <c>keras.ops.quantile</c>.</remarks>
    public static Tensor Quantile(Tensor x, Tensor q, int[]? axis, string method = "linear", bool keepdims = false) => Quantiles("Quantile", x, q, 1, axis, method, keepdims, false);

    /// <summary>Numbers below which given percentages of the elements lie, over one axis or all.</summary>
    /// <remarks>Python: <c>keras.ops.percentile</c>.</remarks>
    /// <param name="x">Numbers.</param>
    /// <param name="q">Percentages from 0 to 100; their axes come first in the result.</param>
    /// <param name="axis">The axis; null: all.</param>
    /// <param name="method">As in <see cref="Quantile(Tensor, Tensor, int?, string, bool)"/>.</param>
    /// <param name="keepdims">Whether axes stay with size 1.</param>
    public static Tensor Percentile(Tensor x, Tensor q, int? axis = null, string method = "linear", bool keepdims = false) => Quantiles("Percentile", x, q, 100, axis is { } a ? [a] : null, method, keepdims, false);

    /// <summary>Numbers below which given percentages of the elements lie, over several axes.</summary>
    /// <remarks>Python: <c>keras.ops.percentile</c>.</remarks>
    public static Tensor Percentile(Tensor x, Tensor q, int[]? axis, string method = "linear", bool keepdims = false) => Quantiles("Percentile", x, q, 100, axis, method, keepdims, false);

    /// <summary>Numbers in the middle of the elements, over one axis or all.</summary>
    /// <remarks>Python: <c>keras.ops.median</c>.</remarks>
    public static Tensor Median(Tensor x, int? axis = null, bool keepdims = false) => Middle("Median", x, axis is { } a ? [a] : null, keepdims, false);

    /// <summary>Numbers in the middle of the elements, over several axes.</summary>
    /// <remarks>Python: <c>keras.ops.median</c>.</remarks>
    public static Tensor Median(Tensor x, int[]? axis, bool keepdims = false) => Middle("Median", x, axis, keepdims, false);

    private static Tensor Middle(string className, Tensor x, int[]? axis, bool keepdims, bool skipNan) =>
        Run(className, x, t => QuantilesOf(t, RawOps.Scalar(0.5, DataType.Float64), axis, "linear", keepdims, skipNan), ("axis", axis), ("keepdims", keepdims));

    private static Tensor Quantiles(string className, Tensor x, Tensor q, int whole, int[]? axis, string method, bool keepdims, bool skipNan)
    {
        if (method is not ("linear" or "lower" or "higher" or "midpoint" or "nearest"))
        {
            throw new ArgumentException($"Unknown method '{method}'. Expected one of: linear, lower, higher, midpoint, nearest.", nameof(method));
        }

        return Run(
            className,
            x,
            q,
            (t, shares) => QuantilesOf(
                t,
                whole == 1 && !skipNan ? RawOps.Cast(shares, DataType.Float64) : RawOps.Cast(RawOps.RealDiv(RawOps.Cast(shares, Keras.Config.FloatX), RawOps.Scalar(whole, Keras.Config.FloatX)), DataType.Float64),
                axis,
                method,
                keepdims,
                skipNan),
            ("axis", axis),
            ("method", method),
            ("keepdims", keepdims));
    }

    private static Tensor QuantilesOf(Tensor x, Tensor q, int[]? axis, string method, bool keepdims, bool skipNan)
    {
        x = ToFloat(x);
        int[] axes = axis is null ? [.. Enumerable.Range(0, x.Rank)] : Array.ConvertAll(axis, a => x.Shape.Axis(a));
        int[] kept = [.. Enumerable.Range(0, x.Rank).Except(axes)];
        if (skipNan && Array.Exists(axes, a => x.Shape[a] == 0) && axes.Length == x.Rank)
        {
            return RawOps.Fill(RawOps.Dims([.. RawOps.DimsOf(q), .. keepdims ? axes.Select(_ => RawOps.Scalar(1)) : []]), Number(double.NaN, x));
        }

        var dims = RawOps.DimsOf(x);
        var (rows, count) = (RawOps.Product([.. kept.Select(k => dims[k])]), RawOps.Product([.. axes.Select(a => dims[a])]));
        var all = RawOps.Reshape(RawOps.Transpose(x, [.. kept, .. axes]), [rows, count]);
        var shares = RawOps.Reshape(q, RawOps.Constant(1, -1));
        var isNan = RawOps.IsNan(all);
        var valid = skipNan ? RawOps.Sum(RawOps.Cast(RawOps.LogicalNot(isNan), DataType.Int32), RawOps.Constant(1), keepDims: true) : RawOps.Reshape(count, RawOps.Constant(1, 1));
        var sorted = Sorted(skipNan ? RawOps.SelectV2(isNan, Number(double.PositiveInfinity, x), all) : all, -1).Values;
        var found = Between(sorted, rows, count, valid, shares, method);
        var none = skipNan ? RawOps.Equal(valid, RawOps.Scalar(0)) : RawOps.Any(isNan, RawOps.Constant(1), keepDims: true);
        found = RawOps.SelectV2(none, Number(double.NaN, x), found);

        // The axes of the shares come first.
        Tensor[] shape = [.. RawOps.DimsOf(q), .. keepdims ? dims.Select((d, i) => axes.Contains(i) ? RawOps.Scalar(1) : d) : kept.Select(k => dims[k])];
        var known = q.Shape.Concat(new TensorShape([.. keepdims ? x.Shape.ToArray().Select((d, i) => axes.Contains(i) ? 1 : d) : kept.Select(k => x.Shape[k])]));
        return RawOps.Reshape(RawOps.Transpose(found, 1, 0), RawOps.Dims(shape), known);
    }

    /// <summary>Elements of sorted rows at shares of their lengths: <c>(rows, shares)</c>.</summary>
    private static Tensor Between(Tensor sorted, Tensor rows, Tensor count, Tensor valid, Tensor shares, string method)
    {
        var exact = RawOps.Mul(RawOps.Cast(RawOps.Sub(valid, RawOps.Scalar(1)), DataType.Float64), shares);
        var (zero, one, last) = (RawOps.Scalar(0), RawOps.Scalar(1), RawOps.Maximum(RawOps.Sub(valid, RawOps.Scalar(1)), RawOps.Scalar(0)));
        var starts = RawOps.ExpandDims(RawOps.Mul(RawOps.Range(rows), count), -1);
        var flat = RawOps.Reshape(sorted, RawOps.Constant(-1));
        Tensor Place(Tensor place) => RawOps.Minimum(RawOps.Maximum(RawOps.Cast(place, DataType.Int32), zero), last);
        Tensor At(Tensor place) => RawOps.GatherV2(flat, RawOps.AddV2(place, starts));
        switch (method)
        {
            case "lower":
                return At(Place(RawOps.Floor(exact)));
            case "higher":
                return At(Place(RawOps.Ceil(exact)));
            case "nearest":
                return At(Place(RawOps.Round(exact)));
            case "midpoint":
                return RawOps.Mul(Number(0.5, sorted), RawOps.AddV2(At(Place(RawOps.Floor(exact))), At(Place(RawOps.Ceil(exact)))));
            default:
                var smaller = RawOps.Maximum(RawOps.Sub(Place(RawOps.Ceil(exact)), one), zero);
                var larger = RawOps.Minimum(RawOps.AddV2(smaller, one), last);
                var share = RawOps.Cast(RawOps.Sub(RawOps.Cast(larger, DataType.Float64), exact), sorted.DType);
                return RawOps.AddV2(RawOps.Mul(At(larger), RawOps.Sub(Number(1, sorted), share)), RawOps.Mul(At(smaller), share));
        }
    }
}
