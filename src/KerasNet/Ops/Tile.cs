namespace KerasNet;

public static partial class Ops
{
    /// <summary>The whole tensor again and again along each axis; counts belong to the last axes.</summary>
    /// <remarks>Python: <c>keras.ops.tile</c>.</remarks>
    public static Tensor Tile(Tensor x, int[] repeats) => Run(
        "Tile",
        x,
        t =>
        {
            for (var missing = repeats.Length - t.Rank; missing > 0; missing--)
            {
                t = RawOps.ExpandDims(t, 0);
            }

            return RawOps.Tile(t, RawOps.Constant([.. Enumerable.Repeat(1, t.Rank - repeats.Length), .. repeats]));
        },
        ("repeats", repeats));

    /// <summary>The whole tensor again and again along its last axis.</summary>
    public static Tensor Tile(Tensor x, int repeats) => Tile(x, [repeats]);
}
