namespace KerasNet.Layers;

/// <summary>Least of its inputs, element by element.</summary>
/// <remarks>Python: <c>keras.layers.Minimum</c>. Shapes broadcast.</remarks>
public sealed class Minimum : Merge
{
    private protected override Tensor Join(Tensor[] inputs) => Fold(inputs, Ops.Minimum);
}
