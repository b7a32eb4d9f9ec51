namespace KerasNet;

public static partial class Ops
{
    /// <summary>Equal parts along axis 2.</summary>
    /// <remarks>Python: <c>keras.ops.dsplit</c>.</remarks>
    public static Tensors Dsplit(Tensor x, int indicesOrSections) =>
        RunMany("Dsplit", [x], t => [.. Split(t[0], indicesOrSections, 2)], ("indices_or_sections", indicesOrSections));

    /// <summary>Parts along axis 2, cut before each of the given positions.</summary>
    public static Tensors Dsplit(Tensor x, int[] indicesOrSections) =>
        RunMany("Dsplit", [x], t => [.. Split(t[0], indicesOrSections, 2)], ("indices_or_sections", indicesOrSections));
}
