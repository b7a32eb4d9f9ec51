namespace KerasNet;

public static partial class Ops
{
    /// <summary>How often each whole number from 0 on comes; or the sums of the weights where it comes.</summary>
    /// <remarks>Python: <c>keras.ops.bincount</c>.</remarks>
    /// <param name="x">Whole numbers <c>(n,)</c> or <c>(batch, n)</c>.</param>
    /// <param name="weights">A weight for each number; null: 1.</param>
    /// <param name="minlength">Least length of the result.</param>
    /// <param name="sparse">Only false: there are no sparse tensors here.</param>
    /// <exception cref="NotSupportedException">A sparse result is asked for.</exception>
    public static Tensor Bincount(Tensor x, Tensor? weights = null, int minlength = 0, bool sparse = false)
    {
        Dense(sparse);
        return Run(
            "Bincount",
            weights is null ? [x] : [x, weights],
            t =>
            {
                var numbers = t[0].DType is DataType.Int32 or DataType.Int64 ? t[0] : RawOps.Cast(t[0], DataType.Int32);
                var type = t.Length > 1 ? DTypePromotion.Of(t[0], t[1]) : DataType.Int32;
                var length = RawOps.Maximum(RawOps.Scalar(minlength), RawOps.AddV2(RawOps.Scalar(1), RawOps.Cast(
                    RawOps.Max(RawOps.ConcatV2([RawOps.Reshape(numbers, RawOps.Constant(-1)), RawOps.Cast(RawOps.Constant([-1]), numbers.DType)], 0), RawOps.Constant(0)), DataType.Int32)));
                var counted = t.Length == 1 ? Tensor.Allocate(DataType.Int32, 0)
                    : t[1].DType is DataType.Int32 or DataType.Int64 or DataType.Float32 or DataType.Float64 ? t[1]
                    : RawOps.Cast(t[1], t[1].DType.IsFloating() ? DataType.Float32 : DataType.Int32);
                return RawOps.Cast(RawOps.DenseBincount(numbers, length, counted), type);
            },
            ("minlength", minlength),
            ("sparse", sparse));
    }
}
