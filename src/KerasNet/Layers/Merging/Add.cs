namespace KerasNet.Layers;

/// <summary>Sum of its inputs.</summary>
/// <remarks>Python: <c>keras.layers.Add</c>. Shapes broadcast.</remarks>
public sealed class Add : Merge
{
    /// <summary>The same as a function: <c>Layers.Add.Of([a, b])</c>.</summary>
    /// <remarks>Python: <c>keras.layers.add</c>.</remarks>
    /// <param name="inputs">Two tensors or more.</param>
    /// <param name="name">Name of the layer; null: the next automatic one.</param>
    public static Tensor Of(Tensors inputs, string? name = null) => Named(new Add(), name).Apply(inputs);

    private protected override Tensor Join(Tensor[] inputs, Tensor?[] masks) => Fold(inputs, Ops.Add);
}
