namespace KerasNet;

public static partial class Ops
{
    /// <summary>For each number how many of the ascending bounds it reaches.</summary>
    /// <remarks>Python: <c>keras.ops.digitize</c>.</remarks>
    public static Tensor Digitize(Tensor x, Tensor bins) => Run("Digitize", x, bins, (t, b) =>
    {
        if (b.Rank > 1)
        {
            throw new ArgumentException($"`bins` must be a 1D array. Received: bins={b} with shape bins.shape={b.Shape}", nameof(bins));
        }

        var wide = t.DType == DataType.Float64 ? t.DType : DataType.Float32;
        return RawOps.Sum(
            RawOps.Cast(RawOps.GreaterEqual(RawOps.ExpandDims(RawOps.Cast(t, wide), -1), RawOps.Cast(b, wide)), DataType.Int32),
            RawOps.Constant(-1));
    });
}
