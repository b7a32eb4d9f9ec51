namespace KerasNet;

public static partial class Ops
{
    /// <summary>Positions that bring the element of rank <paramref name="kth"/> to its place along an axis, smaller ones before it and larger ones after it.</summary>
    /// <remarks>Python: <c>keras.ops.argpartition</c>. As in Keras, the elements are compared as int32.</remarks>
    /// <param name="x">Numbers.</param>
    /// <param name="kth">Rank from 0.</param>
    /// <param name="axis">The axis; null: of all elements in one row.</param>
    public static Tensor Argpartition(Tensor x, int kth, int? axis = -1) => Run(
        "Argpartition",
        x,
        t =>
        {
            // The least ones in ascending order, then the others in descending order, as Keras has them.
            var whole = RawOps.Cast(t, DataType.Int32);
            var flat = axis is null ? RawOps.Reshape(whole, RawOps.Constant(-1)) : whole;
            var along = axis is { } a ? flat.Shape.Axis(a) : 0;
            var rows = RawOps.Swap(flat, along);
            var count = RawOps.Dim(rows, rows.Rank - 1);
            var place = RawOps.Minimum(RawOps.Maximum(RawOps.Scalar(kth), RawOps.Scalar(0)), RawOps.Sub(count, RawOps.Scalar(1)));
            var bottom = RawOps.TopKV2(RawOps.Neg(rows), RawOps.AddV2(place, RawOps.Scalar(1))).Indices;
            var chosen = Chosen(bottom, count);
            var others = RawOps.SelectV2(RawOps.Greater(chosen, RawOps.Scalar(0)), RawOps.Scalar(int.MinValue), rows);
            var top = RawOps.TopKV2(others, RawOps.Sub(RawOps.Sub(count, place), RawOps.Scalar(1))).Indices;
            var both = RawOps.ConcatV2([bottom, top], rows.Rank - 1);
            return RawOps.Swap(RawOps.Reshape(both, RawOps.Shape(rows), rows.Shape), along);
        },
        ("kth", kth),
        ("axis", axis));

    /// <summary>1 for each of the positions 0 to before <paramref name="count"/> that a row of positions holds.</summary>
    private static Tensor Chosen(Tensor positions, Tensor count) => RawOps.Sum(
        RawOps.Cast(RawOps.Equal(RawOps.ExpandDims(positions, -1), RawOps.Range(count)), DataType.Int32), RawOps.Constant(positions.Rank - 1));
}
