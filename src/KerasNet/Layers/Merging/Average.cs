namespace KerasNet.Layers;

/// <summary>Mean of its inputs, element by element.</summary>
/// <remarks>Python: <c>keras.layers.Average</c>. Shapes broadcast.</remarks>
public sealed class Average : Merge
{
    private protected override Tensor Join(Tensor[] inputs) => Fold(inputs, Ops.Add) / (double)inputs.Length;
}
