namespace KerasNet;

public static partial class Ops
{
    /// <summary>Equal parts along axis 0.</summary>
    /// <remarks>Python: <c>keras.ops.vsplit</c>.</remarks>
    public static Tensors Vsplit(Tensor x, int indicesOrSections) =>
        RunMany("Vsplit", [x], t => [.. Split(t[0], indicesOrSections, 0)], ("indices_or_sections", indicesOrSections));

    /// <summary>Parts along axis 0, cut before each of the given positions.</summary>
    public static Tensors Vsplit(Tensor x, int[] indicesOrSections) =>
        RunMany("Vsplit", [x], t => [.. Split(t[0], indicesOrSections, 0)], ("indices_or_sections", indicesOrSections));
}
