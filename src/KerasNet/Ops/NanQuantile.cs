namespace KerasNet;

public static partial class Ops
{
    /// <summary>Numbers below which given shares of the elements that are not NaN lie, over one axis or all; NaN where all are.</summary>
    /// <remarks>Python: <c>keras.ops.nanquantile</c>.</remarks>
    /// <param name="x">Numbers.</param>
    /// <param name="q">Shares from 0 to 1; their axes come first in the result.</param>
    /// <param name="axis">The axis; null: all.</param>
    /// <param name="method">As in <see cref="Quantile(Tensor, Tensor, int?, string, bool)"/>.</param>
    /// <param name="keepdims">Whether axes stay with size 1.</param>
    public static Tensor NanQuantile(Tensor x, Tensor q, int? axis = null, string method = "linear", bool keepdims = false) => Quantiles("Nanquantile", x, q, 1, axis is { } a ? [a] : null, method, keepdims, true);

    /// <summary>Numbers below which given shares of the elements that are not NaN lie, over several axes.</summary>
    /// <remarks>Python: <c>keras.ops.nanquantile</c>.</remarks>
    public static Tensor NanQuantile(Tensor x, Tensor q, int[]? axis, string method = "linear", bool keepdims = false) => Quantiles("Nanquantile", x, q, 1, axis, method, keepdims, true);

    /// <summary>Numbers below which given percentages of the elements that are not NaN lie, over one axis or all.</summary>
    /// <remarks>Python: <c>keras.ops.nanpercentile</c>.</remarks>
    /// <param name="x">Numbers.</param>
    /// <param name="q">Percentages from 0 to 100; their axes come first in the result.</param>
    /// <param name="axis">The axis; null: all.</param>
    /// <param name="method">As in <see cref="Quantile(Tensor, Tensor, int?, string, bool)"/>.</param>
    /// <param name="keepdims">Whether axes stay with size 1.</param>
    public static Tensor NanPercentile(Tensor x, Tensor q, int? axis = null, string method = "linear", bool keepdims = false) => Quantiles("Nanpercentile", x, q, 100, axis is { } a ? [a] : null, method, keepdims, true);

    /// <summary>Numbers below which given percentages of the elements that are not NaN lie, over several axes.</summary>
    /// <remarks>Python: <c>keras.ops.nanpercentile</c>.</remarks>
    public static Tensor NanPercentile(Tensor x, Tensor q, int[]? axis, string method = "linear", bool keepdims = false) => Quantiles("Nanpercentile", x, q, 100, axis, method, keepdims, true);

    /// <summary>Numbers in the middle of the elements that are not NaN, over one axis or all.</summary>
    /// <remarks>Python: <c>keras.ops.nanmedian</c>.</remarks>
    public static Tensor NanMedian(Tensor x, int? axis = null, bool keepdims = false) => Middle("Nanmedian", x, axis is { } a ? [a] : null, keepdims, true);

    /// <summary>Numbers in the middle of the elements that are not NaN, over several axes.</summary>
    /// <remarks>Python: <c>keras.ops.nanmedian</c>.</remarks>
    public static Tensor NanMedian(Tensor x, int[]? axis, bool keepdims = false) => axis is [] ? x : Middle("Nanmedian", x, axis, keepdims, true);
}
