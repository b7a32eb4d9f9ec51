namespace KerasNet.Layers;

/// <summary>Sum of its inputs.</summary>
/// <remarks>Python: <c>keras.layers.Add</c>. Shapes broadcast.</remarks>
public sealed class Add : Merge
{
    private protected override Tensor Join(Tensor[] inputs) => Fold(inputs, Ops.Add);
}
