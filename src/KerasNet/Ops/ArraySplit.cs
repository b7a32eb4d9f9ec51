namespace KerasNet;

public static partial class Ops
{
    /// <summary>Parts along an axis that differ in size by one at most.</summary>
    /// <remarks>Python: <c>keras.ops.array_split</c>.</remarks>
    public static Tensors ArraySplit(Tensor x, int indicesOrSections, int axis = 0) => RunMany(
        "ArraySplit",
        [x],
        t =>
        {
            var (size, rest) = Math.DivRem(Known(t[0], axis, "Use Ops.Split."), indicesOrSections);
            return RawOps.SplitV(t[0], RawOps.Constant([.. Enumerable.Range(0, indicesOrSections).Select(i => i < rest ? size + 1 : size)]), axis, indicesOrSections);
        },
        ("indices_or_sections", indicesOrSections),
        ("axis", axis));
}
