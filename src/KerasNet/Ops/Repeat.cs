namespace KerasNet;

public static partial class Ops
{
    /// <summary>Each element again and again along an axis; of the flattened tensor when none is given.</summary>
    /// <remarks>Python: <c>keras.ops.repeat</c>.</remarks>
    public static Tensor Repeat(Tensor x, int repeats, int? axis = null) => Run(
        "Repeat",
        x,
        t =>
        {
            var (flat, a) = Along(t, axis);
            var dims = RawOps.DimsOf(flat);
            var wide = new int[flat.Rank + 1];
            Array.Fill(wide, 1);
            wide[a + 1] = repeats;
            var repeated = RawOps.Tile(RawOps.ExpandDims(flat, a + 1), RawOps.Constant(wide));
            dims[a] = RawOps.Product(dims[a], RawOps.Scalar(repeats));
            return RawOps.Reshape(repeated, dims);
        },
        ("repeats", repeats),
        ("axis", axis));

    /// <summary>Each element as often as its own count says.</summary>
    public static Tensor Repeat(Tensor x, int[] repeats, int? axis = null) => Run(
        "Repeat",
        x,
        t =>
        {
            var (flat, a) = Along(t, axis);
            if (repeats.Length == 1)
            {
                return Repeat(flat, repeats[0], a);
            }

            if (flat.Shape[a] >= 0 && flat.Shape[a] != repeats.Length)
            {
                throw new ArgumentException($"Size of `repeats` and dimensions of `axis {a} of x` should be compatible. Received: {repeats.Length} counts for shape {flat.Shape}.", nameof(repeats));
            }

            return RawOps.GatherV2(flat, RawOps.Constant([.. repeats.SelectMany((count, i) => Enumerable.Repeat(i, count))]), a);
        },
        ("repeats", repeats),
        ("axis", axis));

    /// <summary>The tensor and the axis, or the flattened tensor and axis 0.</summary>
    private static (Tensor X, int Axis) Along(Tensor x, int? axis) =>
        axis is { } a ? (x, x.Shape.Axis(a)) : (x.Rank == 1 ? x : RawOps.Reshape(x, RawOps.Constant(-1)), 0);
}
