namespace KerasNet.Layers;

/// <summary>Least of its inputs, element by element.</summary>
/// <remarks>Python: <c>keras.layers.Minimum</c>. Shapes broadcast; a masked place takes the value of the others.</remarks>
public sealed class Minimum : Merge
{
    /// <summary>The same as a function: <c>Layers.Minimum.Of([a, b])</c>.</summary>
    /// <remarks>Python: <c>keras.layers.minimum</c>.</remarks>
    /// <param name="inputs">Two tensors or more.</param>
    /// <param name="name">Name of the layer; null: the next automatic one.</param>
    public static Tensor Of(Tensors inputs, string? name = null) => Named(new Minimum(), name).Apply(inputs);

    private protected override Tensor Join(Tensor[] inputs, Tensor?[] masks) => FoldCounted(inputs, masks, Ops.Minimum);
}
