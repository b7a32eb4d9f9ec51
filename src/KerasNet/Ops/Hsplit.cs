namespace KerasNet;

public static partial class Ops
{
    /// <summary>Equal parts along axis 1 (0 of a vector).</summary>
    /// <remarks>Python: <c>keras.ops.hsplit</c>.</remarks>
    public static Tensors Hsplit(Tensor x, int indicesOrSections) =>
        RunMany("Hsplit", [x], t => [.. Split(t[0], indicesOrSections, t[0].Rank == 1 ? 0 : 1)], ("indices_or_sections", indicesOrSections));

    /// <summary>Parts along axis 1 (0 of a vector), cut before each of the given positions.</summary>
    public static Tensors Hsplit(Tensor x, int[] indicesOrSections) =>
        RunMany("Hsplit", [x], t => [.. Split(t[0], indicesOrSections, t[0].Rank == 1 ? 0 : 1)], ("indices_or_sections", indicesOrSections));
}
