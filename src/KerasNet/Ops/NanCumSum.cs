namespace KerasNet;

public static partial class Ops
{
    /// <summary>Running sums, NaN counted as 0.</summary>
    /// <remarks>Python: <c>keras.ops.nancumsum</c>.</remarks>
    public static Tensor NanCumSum(Tensor x, int? axis = null, DataType? dtype = null) =>
        Run("Nancumsum", x, t => Running(Instead(t, 0), axis, dtype, RawOps.Cumsum), ("axis", axis), ("dtype", dtype));

    /// <summary>Running products, NaN counted as 1.</summary>
    /// <remarks>Python: <c>keras.ops.nancumprod</c>.</remarks>
    public static Tensor NanCumProd(Tensor x, int? axis = null, DataType? dtype = null) =>
        Run("Nancumprod", x, t => Running(Instead(t, 1), axis, dtype, RawOps.Cumprod), ("axis", axis), ("dtype", dtype));

    /// <summary>Running sums along the only axis of a list, NaN counted as 0.</summary>
    /// <remarks>Python: <c>keras.ops.nancumsum</c>.</remarks>
    /// <exception cref="ArgumentException">The list has not one axis.</exception>
    public static Tensor NanCumSum(Tensor x, int[] axis, DataType? dtype = null) =>
        Run("Nancumsum", x, t => Running(Instead(t, 0), OnlyAxis(axis), dtype, RawOps.Cumsum), ("axis", axis), ("dtype", dtype));

    /// <summary>Running products along the only axis of a list, NaN counted as 1.</summary>
    /// <remarks>Python: <c>keras.ops.nancumprod</c>.</remarks>
    /// <exception cref="ArgumentException">The list has not one axis.</exception>
    public static Tensor NanCumProd(Tensor x, int[] axis, DataType? dtype = null) =>
        Run("Nancumprod", x, t => Running(Instead(t, 1), OnlyAxis(axis), dtype, RawOps.Cumprod), ("axis", axis), ("dtype", dtype));

    private static int OnlyAxis(int[] axis) => axis is [var one] ? one : throw new ArgumentException($"Numbers run along one axis. Received: axis=({string.Join(", ", axis)})", nameof(axis));
}
