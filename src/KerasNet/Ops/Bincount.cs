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
                var counted = t.Length > 1 ? RawOps.Cast(t[1], type) : RawOps.OnesLike(RawOps.Cast(numbers, DataType.Int32));
                var length = RawOps.Maximum(RawOps.Scalar(minlength), RawOps.AddV2(RawOps.Scalar(1), RawOps.Cast(
                    RawOps.Max(RawOps.ConcatV2([RawOps.Reshape(numbers, RawOps.Constant(-1)), RawOps.Cast(RawOps.Constant([-1]), numbers.DType)], 0), RawOps.Constant(0)), DataType.Int32)));
                if (numbers.Rank <= 1)
                {
                    return RawOps.UnsortedSegmentSum(counted, numbers, length);
                }

                // Each row counts in a stretch of its own.
                var rows = RawOps.Dim(numbers, 0);
                var starts = RawOps.Cast(RawOps.ExpandDims(RawOps.Mul(RawOps.Range(rows), length), -1), numbers.DType);
                var flat = RawOps.UnsortedSegmentSum(RawOps.Reshape(counted, RawOps.Constant(-1)), RawOps.Reshape(RawOps.AddV2(numbers, starts), RawOps.Constant(-1)), RawOps.Mul(rows, length));
                return RawOps.Reshape(flat, RawOps.Dims(rows, length), new TensorShape(numbers.Shape[0], -1));
            },
            ("minlength", minlength),
            ("sparse", sparse));
    }
}
