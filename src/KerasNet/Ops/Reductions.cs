namespace KerasNet;

public static partial class Ops
{
    private static Tensor Reduce(string className, Tensor x, int? axis, bool keepdims, Func<Tensor, Tensor, bool, Tensor> reduce, params ReadOnlySpan<(string Name, object? Value)> config) =>
        Run(className, x, t => reduce(t, Axes(t, axis is { } a ? [a] : null), keepdims), [("axis", axis), ("keepdims", keepdims), .. config]);

    private static Tensor Reduce(string className, Tensor x, int[]? axis, bool keepdims, Func<Tensor, Tensor, bool, Tensor> reduce, params ReadOnlySpan<(string Name, object? Value)> config) =>
        Run(className, x, t => reduce(t, Axes(t, axis), keepdims), [("axis", axis), ("keepdims", keepdims), .. config]);

    /// <summary>Axes from 0 on, as ops take them; null is all of them.</summary>
    private static Tensor Axes(Tensor x, int[]? axis)
    {
        var axes = axis is null ? [.. Enumerable.Range(0, x.Rank)] : Array.ConvertAll(axis, a => x.Shape.Axis(a));
        return axes.Distinct().Count() == axes.Length
            ? RawOps.Constant(axes)
            : throw new ArgumentException($"Each axis may be given once. Received: axis=({string.Join(", ", axis!)}) for shape {x.Shape}.", nameof(axis));
    }

    /// <summary>Sums and products of bool and small integers are computed in 32 bits.</summary>
    private static Tensor SumType(Tensor x) => x.DType switch
    {
        DataType.Bool or DataType.Int8 or DataType.Int16 => RawOps.Cast(x, DataType.Int32),
        DataType.UInt8 or DataType.UInt16 => RawOps.Cast(x, DataType.UInt32),
        _ => x,
    };

    private static Tensor BoolToInt(Tensor x) => x.DType == DataType.Bool ? RawOps.Cast(x, DataType.Int32) : x;

    private static Tensor AbsoluteValue(Tensor x) => x.DType.IsComplex() ? Hypot(RawOps.Real(x), RawOps.Imag(x))
        : x.DType is DataType.Bool or DataType.UInt8 or DataType.UInt16 or DataType.UInt32 or DataType.UInt64 ? x : RawOps.Abs(x);

    private static Tensor LogTo(double logarithmBase, Tensor x)
    {
        var wide = ToFloat(x);
        return RawOps.RealDiv(RawOps.Log(wide), RawOps.Scalar(Math.Log(logarithmBase), wide.DType));
    }
}
