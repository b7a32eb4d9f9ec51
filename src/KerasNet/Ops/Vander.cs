namespace KerasNet;

public static partial class Ops
{
    /// <summary>Powers of the elements of a vector, a row each.</summary>
    /// <remarks>Python: <c>keras.ops.vander</c>.</remarks>
    /// <param name="x">A vector.</param>
    /// <param name="n">Number of powers; null: as many as elements.</param>
    /// <param name="increasing">Whether they ascend.</param>
    public static Tensor Vander(Tensor x, int? n = null, bool increasing = false) => Run(
        "Vander",
        x,
        t =>
        {
            var count = n is { } given ? RawOps.Scalar(given) : RawOps.Dim(t, 0);
            var powers = RawOps.Range(count);
            powers = increasing ? powers : RawOps.Sub(RawOps.Sub(count, RawOps.Scalar(1)), powers);
            var type = DTypePromotion.Of(t.DType, DataType.Float32);
            return RawOps.Cast(RawOps.Pow(RawOps.Cast(RawOps.ExpandDims(t, -1), type), RawOps.Cast(powers, type)), t.DType);
        },
        ("N", n),
        ("increasing", increasing));
}
