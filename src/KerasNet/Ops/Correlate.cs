namespace KerasNet;

public static partial class Ops
{
    /// <summary>Correlation of two vectors: products summed at each displacement.</summary>
    /// <remarks>Python: <c>keras.ops.correlate</c>.</remarks>
    /// <param name="x1">A vector.</param>
    /// <param name="x2">A vector.</param>
    /// <param name="mode"><c>valid</c>: where they overlap wholly; <c>same</c>: as long as the longer; <c>full</c>: everywhere.</param>
    /// <exception cref="ArgumentException">The mode is unknown, or a tensor is not a vector.</exception>
    public static Tensor Correlate(Tensor x1, Tensor x2, string mode = "valid")
    {
        if (mode is not ("valid" or "same" or "full"))
        {
            throw new ArgumentException($"`mode` must be either `valid`, `same`, or `full`, but received: {mode}", nameof(mode));
        }

        foreach (var (x, name) in ((Tensor, string)[])[(x1, "x1"), (x2, "x2")])
        {
            if (x.Rank != 1)
            {
                throw new ArgumentException($"`{name}` must be a 1-dimensional tensor, but received shape {x.Shape}", name);
            }
        }

        return Run("Correlate", x1, x2, (a, b) => Correlation(a, b, mode), ("mode", mode));
    }

    private static Tensor Correlation(Tensor a, Tensor b, string mode)
    {
        var type = DTypePromotion.Of(a.DType, b.DType);
        type = type == DataType.Int64 ? DataType.Float64 : type is DataType.BFloat16 or DataType.Float16 or DataType.Float64 ? type : DataType.Float32;
        (a, b) = (RawOps.Cast(a, type), RawOps.Cast(b, type));
        var (n, m) = (RawOps.Dim(a, 0), RawOps.Dim(b, 0));
        if (mode == "valid" && a.Shape[0] >= 0 && b.Shape[0] > a.Shape[0])
        {
            // As NumPy has it: the longer one is moved along the other, and the result turned round.
            return RawOps.ReverseV2(Correlation(b, a, mode), 0);
        }

        var margin = mode == "valid" ? RawOps.Scalar(0) : RawOps.Sub(m, RawOps.Scalar(1));
        var padded = RawOps.Pad(a, RawOps.Reshape(RawOps.Dims(margin, margin), RawOps.Constant(1, 2)));
        var windows = RawOps.AddV2(RawOps.ExpandDims(RawOps.Range(RawOps.AddV2(RawOps.Sub(RawOps.Dim(padded, 0), m), RawOps.Scalar(1))), -1), RawOps.Range(m));
        var full = RawOps.Squeeze(RawOps.BatchMatMulV2(RawOps.GatherV2(padded, windows), RawOps.ExpandDims(b, -1)), 1);
        if (mode != "same")
        {
            return full;
        }

        var length = RawOps.Maximum(n, m);
        var start = RawOps.FloorDiv(RawOps.Sub(RawOps.Sub(RawOps.AddV2(n, m), RawOps.Scalar(1)), length), RawOps.Scalar(2));
        return RawOps.Slice(full, RawOps.Dims(start), RawOps.Dims(length));
    }
}
