namespace KerasNet;

public static partial class Ops
{
    /// <summary>Equal parts along an axis.</summary>
    /// <remarks>Python: <c>keras.ops.split</c>.</remarks>
    /// <exception cref="ArgumentException">The axis does not divide into as many parts.</exception>
    public static Tensors Split(Tensor x, int indicesOrSections, int axis = 0) => RunMany(
        "Split",
        [x],
        t => RawOps.Split(t[0], indicesOrSections, axis),
        ("indices_or_sections", indicesOrSections),
        ("axis", axis));

    /// <summary>Parts along an axis, cut before each of the given positions.</summary>
    public static Tensors Split(Tensor x, int[] indicesOrSections, int axis = 0) => RunMany(
        "Split",
        [x],
        t => RawOps.SplitV(t[0], RawOps.Constant(PartSizes(indicesOrSections, t[0].Shape[t[0].Shape.Axis(axis)])), axis, indicesOrSections.Length + 1),
        ("indices_or_sections", indicesOrSections),
        ("axis", axis));

    private static int[] PartSizes(int[] cuts, int size) =>
        [.. cuts.Select((c, i) => c - (i == 0 ? 0 : cuts[i - 1])), size < 0 ? -1 : size - cuts.LastOrDefault()];
}
