namespace KerasNet.Layers;

/// <summary>Product of its inputs, element by element.</summary>
/// <remarks>Python: <c>keras.layers.Multiply</c>. Shapes broadcast.</remarks>
public sealed class Multiply : Merge
{
    private protected override Tensor Join(Tensor[] inputs) => Fold(inputs, Ops.Multiply);
}
