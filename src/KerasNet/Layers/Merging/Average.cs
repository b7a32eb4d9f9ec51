namespace KerasNet.Layers;

/// <summary>Mean of its inputs, element by element.</summary>
/// <remarks>Python: <c>keras.layers.Average</c>. Shapes broadcast.</remarks>
public sealed class Average : Merge
{
    /// <summary>The same as a function: <c>Layers.Average.Of([a, b])</c>.</summary>
    /// <remarks>Python: <c>keras.layers.average</c>.</remarks>
    /// <param name="inputs">Two tensors or more.</param>
    /// <param name="name">Name of the layer; null: the next automatic one.</param>
    public static Tensor Of(Tensors inputs, string? name = null) => Named(new Average(), name).Apply(inputs);

    private protected override Tensor Join(Tensor[] inputs, Tensor?[] masks) => Fold(inputs, Ops.Add) / (double)inputs.Length;
}
