namespace KerasNet;

public static partial class Ops
{
    /// <summary>Where elements of <paramref name="x1"/> are among those of <paramref name="x2"/>.</summary>
    /// <remarks>Python: <c>keras.ops.isin</c>.</remarks>
    /// <param name="x1">What is looked for.</param>
    /// <param name="x2">Where.</param>
    /// <param name="assumeUnique">Whether no element of <paramref name="x2"/> comes twice; the result is the same.</param>
    /// <param name="invert">True to ask where they are not.</param>
    public static Tensor IsIn(Tensor x1, Tensor x2, bool assumeUnique = false, bool invert = false) => Run(
        "IsIn",
        x1,
        x2,
        (a, b) =>
        {
            (a, b) = PromoteArrays(a, b);
            var same = RawOps.Equal(RawOps.ExpandDims(a, -1), RawOps.Reshape(b, RawOps.Constant(-1)));
            var found = RawOps.Any(same, RawOps.Constant(-1));
            return invert ? RawOps.LogicalNot(found) : found;
        },
        ("assume_unique", assumeUnique),
        ("invert", invert));
}
