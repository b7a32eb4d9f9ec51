namespace KerasNet.Layers;

/// <summary>Greatest of its inputs, element by element.</summary>
/// <remarks>Python: <c>keras.layers.Maximum</c>. Shapes broadcast.</remarks>
public sealed class Maximum : Merge
{
    private protected override Tensor Join(Tensor[] inputs) => Fold(inputs, Ops.Maximum);
}
